/** What the page shows holds, whether it was touched before the scripts or not: nobody's name is shown by a script. */
export const laneShown = (target: HTMLElement): string | undefined =>
  target.querySelector<HTMLInputElement>('[name="lane"]:checked')?.value

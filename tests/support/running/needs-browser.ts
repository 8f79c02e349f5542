if (!process.env.CHROMIUM) {
  throw new Error('CHROMIUM is not set. `npm test` finds or installs a browser and sets it.')
}

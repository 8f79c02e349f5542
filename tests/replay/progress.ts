type Out = { isTTY?: boolean; columns?: number; write(text: string): unknown }
export type Progress = { step(done: number): void; end(note?: string): void }

const CELLS = 24
const TENTHS = 10

/** A bar that redraws itself on a terminal; elsewhere one line for each tenth. */
export function openProgress(label: string, total: number, out: Out = process.stderr): Progress {
  return out.isTTY ? bar(label, total, out) : lines(label, total, out)
}

function bar(label: string, total: number, out: Out): Progress {
  let drawn = ''
  const draw = (done: number, note = '') => {
    const filled = shareOf(done, total, CELLS)
    const cells = '█'.repeat(filled) + '░'.repeat(CELLS - filled)
    const text = fit(`${cells} ${done}/${total} ${label}${note === '' ? '' : `, ${note}`}`, out.columns ?? 80)
    if (text === drawn) return
    drawn = text
    out.write(`\r\u001b[2K${text}`)
  }
  let latest = 0
  return {
    step: (done) => draw((latest = done)),
    end: (note = '') => {
      draw(latest, note)
      out.write('\n')
    },
  }
}

function lines(label: string, total: number, out: Out): Progress {
  let latest = 0
  let tenth = 0
  return {
    step: (done) => {
      latest = done
      const reached = shareOf(done, total, TENTHS)
      if (reached <= tenth) return
      tenth = reached
      out.write(`${label}: ${done}/${total}\n`)
    },
    end: (note = 'done') => void out.write(`${label}: ${latest}/${total}, ${note}\n`),
  }
}

const shareOf = (done: number, total: number, cells: number) =>
  total === 0 ? cells : Math.min(cells, Math.floor((done / total) * cells))

/** Cuts to the width of the terminal, in which a Chinese character takes two columns. */
function fit(text: string, columns: number): string {
  let width = 0
  let kept = ''
  for (const letter of text) {
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3ffff}]/u.test(
        letter,
      )
        ? 2
        : 1
    if (width >= columns) return kept
    kept += letter
  }
  return kept
}

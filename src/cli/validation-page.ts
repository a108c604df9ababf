/** The validation as one HTML page without scripts, fonts or pictures from elsewhere. */
import type { FactResult, PartResult, ValidationReport } from '../study/validate/validate.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
const number = (value: number | null): string => (value === null ? '–' : String(Number(value.toPrecision(3))));

const STYLE = `body{font:16px/1.5 "Noto Sans",system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc}
td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}tr.fact th{padding-top:1rem;border-bottom:2px solid #888}
.pass::before{content:"✓ "}.miss::before{content:"✗ "}.undecided::before{content:"? "}.miss{font-weight:700}p.why{margin:.2rem 0}
@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}th,td{border-color:#444}}@media print{body{max-width:none;margin:0}}`;

function partRow({ name, unit, value, interval, band, verdict }: PartResult): string {
  return `<tr><td>${escaped(name)}</td><td class="number">${number(value)} ${escaped(unit)}</td><td class="number">${interval === null ? '' : `${number(interval[0])} to ${number(interval[1])}`}</td><td>${band === null ? 'printed only' : escaped(band)}</td><td>${verdict === null ? '' : `<span class="${verdict}">${verdict}</span>`}</td></tr>`;
}

function factRows(fact: FactResult): string {
  const notes = [fact.reason, fact.note].filter(text => text !== null).map(text => `<p class="why">${escaped(text)}</p>`).join('');
  return `<tr class="fact" id="${fact.id}"><th scope="rowgroup" colspan="4">${fact.id} ${escaped(fact.title)}</th><th><span class="${fact.verdict}">${fact.verdict}</span></th></tr>
<tr><td colspan="5">Record: ${escaped(fact.target)}. ${escaped(fact.source)}. Grade ${fact.grade}; ${fact.recipe}; part in setting parameters: ${fact.role}; ${fact.runs} runs, ${fact.seconds} s.${notes}</td></tr>
${fact.parts.map(partRow).join('\n')}`;
}

/** The page of a report. */
export function validationPage(report: ValidationReport): string {
  const passes = (prefix: string): string => `${report.facts.filter(fact => fact.id.startsWith(prefix) && fact.verdict === 'pass').length} of ${report.facts.filter(fact => fact.id.startsWith(prefix)).length}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Forestall: validation</title><style>${STYLE}</style></head>
<body><h1>Validation of the model</h1>
<p>Model ${report.engine.model}, preset ${report.preset}, seed ${report.seed}${report.quick ? ', quick: a small part of the runs' : ''}. Stylised facts passed: ${passes('SF')}. Sign checks passed: ${passes('SC')}.</p>
<p>Pass: the estimate lies inside the band and its Monte Carlo standard error is at most a fifth of the band’s width; for a one-sided bound the 95 % limit lies inside. Undecided: more runs are needed; it is no pass. A fact passes when all its judged quantities do.</p>
<table><thead><tr><th>quantity</th><th>value</th><th>95 % interval</th><th>wanted</th><th>verdict</th></tr></thead><tbody>
${report.facts.map(factRows).join('\n')}
</tbody></table><p>Results describe the model, not the world.</p></body></html>
`;
}

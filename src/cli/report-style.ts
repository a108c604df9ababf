/** Style of a report: one column, light, for screen and for A4 or Letter paper (the paper's own size is used). */
export const REPORT_STYLE = `
@page { margin: 16mm 15mm 18mm; }
:root { color-scheme: light; }
body { margin: 0 auto; padding: 24px; max-width: 46rem; font: 15px/1.5 "Noto Sans Variable", "Noto Sans", system-ui, sans-serif; color: #1b1f24; background: #fff; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; } h3 { font-size: 1rem; margin: 1.1rem 0 .3rem; }
p, ul, ol { margin: .35rem 0 .6rem; } li { margin: .15rem 0; }
.lead { font-size: 1.12rem; } .muted, caption, figcaption, .small { color: #4a525c; } .small { font-size: .86rem; }
.plan { display: inline-block; width: .8em; height: .8em; margin-right: .35em; }
figure { margin: .8rem 0; break-inside: avoid; } figcaption { font-size: .86rem; } svg { display: block; width: 100%; height: auto; } svg text { font: 11px "Noto Sans Variable", "Noto Sans", system-ui, sans-serif; fill: #1b1f24; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .84rem; } caption { text-align: left; padding-bottom: .2rem; }
th, td { border-bottom: 1px solid #d5dae0; padding: .18rem .45rem; text-align: right; vertical-align: top; } th[scope=row], thead th:first-child { text-align: left; font-weight: 500; overflow-wrap: break-word; } thead { display: table-header-group; } thead th { border-bottom: 1px solid #6f7984; } tr { break-inside: avoid; }
.notice { border: 1px solid #6f7984; padding: .5rem .8rem; margin: .8rem 0; } code { font-size: .86em; overflow-wrap: anywhere; }
.watermark { border: 1px solid #9b1c1c; color: #9b1c1c; font-weight: 600; padding: .25rem .6rem; text-align: center; position: sticky; top: 0; background: #fff; }
h2, h3, caption { break-after: avoid; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; } table { font-size: 8.6pt; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .watermark { position: fixed; top: auto; bottom: 0; left: 0; right: 0; font-size: 8.5pt; padding: .1rem; } .watermarked { padding-bottom: 9mm; }
}
`;

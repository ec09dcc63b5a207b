// The style sheet of a dossier, for paper and screen: A4, black on white, fonts that every machine has.

export const DOSSIER_STYLE = `
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { max-width: 178mm; margin: 0 auto; padding: 8mm 0; color: #1b1b1b; background: #fff;
  font: 10pt/1.45 Georgia, "Source Serif 4", "Noto Serif", serif; overflow-wrap: anywhere; }
h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font-size: 12.5pt; margin: 8mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.3mm solid #1b1b1b; break-after: avoid; }
p { margin: 0 0 2mm; }
a { color: inherit; text-decoration: none; }
ul, ol { margin: 0; padding-left: 5mm; }
table { width: 100%; border-collapse: collapse; margin: 0 0 4mm; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: 1.3mm 2mm 1.3mm 0; border-bottom: 0.2mm solid #bbb; }
thead th { border-bottom: 0.3mm solid #1b1b1b; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody th { font-weight: 600; }
.name { width: 27mm; }
.state { width: 20mm; }
.narrow { width: 8mm; }
.who { width: 34mm; }
.kind { width: 45mm; }
.facts-of { width: 58mm; }
.ref { font: 8pt/1 system-ui, sans-serif; color: #444; white-space: nowrap; }
.small, .facts dt, thead th, footer { font: 8.5pt/1.4 system-ui, sans-serif; color: #444; }
.facts { display: grid; grid-template-columns: 27mm 1fr; gap: 1mm 2mm; margin: 4mm 0; }
.facts dd { margin: 0; }
.disputed { font-weight: 600; color: #8c2413; }
.hidden { font-style: italic; }
.passage { break-inside: avoid; margin: 0 0 4mm; padding-left: 9mm; position: relative; }
.passage > .number { position: absolute; left: 0; font: 600 9pt/1.6 system-ui, sans-serif; }
.passage blockquote { margin: 0 0 1mm; white-space: pre-line; }
mark { background: none; color: inherit; font-weight: 600; text-decoration: underline; text-underline-offset: 0.5mm; }
code { font: 8pt/1.4 ui-monospace, "DejaVu Sans Mono", monospace; }
footer { margin-top: 8mm; padding-top: 2mm; border-top: 0.2mm solid #bbb; }
@media screen { body { padding: 10mm 6mm; } a:hover { text-decoration: underline; } }
`

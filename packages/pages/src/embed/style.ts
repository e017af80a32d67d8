import { layoutStyle } from './rooms.ts';

/**
 * The look of an embed: the colours and letters of the dashboard, without its fonts, which would weigh more than all
 * the rest. `data-theme` chooses the colours; without it the reader's system does.
 */
export const style = `
:root{color-scheme:light dark;--ground:light-dark(#fff,#121212);--ink:light-dark(#1a1a1a,#ededed);
--muted:light-dark(#595959,#a8a8a8);--rule:light-dark(#dedede,#333);--edge:light-dark(#8a8a8a,#7d7d7d);
--accent:light-dark(#12436d,#8fbdec);--warning:light-dark(#801650,#f2a2cf);--mark:light-dark(#fff4c9,#3d3511)}
:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
@font-face{font-family:Wide;src:local("DejaVu Serif");size-adjust:92%}
@font-face{font-family:Wide;font-weight:600;src:local("DejaVu Serif Bold");size-adjust:86%}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.45 'Source Sans 3',system-ui,sans-serif;
-webkit-text-size-adjust:100%;overflow-wrap:break-word}
.embed{padding:12px;display:flow-root}
h1,.sentences p{font-family:'Source Serif 4',Georgia,Wide,serif;text-wrap:pretty}
h1{font-size:clamp(18px,14px + 1.2vw,24px);line-height:1.25;font-weight:600;margin:0 0 8px}
.sentences p{font-size:clamp(16px,14px + .5vw,18px);line-height:1.35;margin:0 0 4px}
a{color:var(--accent);text-underline-offset:3px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
figure{margin:8px -8px}.synthetic{margin:0 0 8px;color:var(--warning);font-size:15px;font-weight:600}.chart{position:relative;container-type:inline-size}
.chart>:is(svg,picture),.chart img{display:block;width:100%;height:auto}
${layoutStyle}
@media screen{.chart.is-live>:is(svg,picture){display:none}}@media print{.live{display:none}}
.chart-walk{position:relative;outline-offset:4px}.chart-walk:has(.chart-ring){outline:none}
.chart-canvas{overflow:clip}.chart-canvas svg{display:block}
.hint,.quiet,footer{color:var(--muted);font-size:14px}.hint{margin:0 8px;display:none}.ready .hint{display:block}
footer{border-top:1px solid var(--rule);padding-top:8px;margin-top:8px}footer p{margin:0 0 2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
summary{cursor:pointer;padding:6px 0;font-size:15px}
.wide-content{overflow-x:auto}
table{border-collapse:collapse;font-size:15px;width:100%;max-width:1040px}
th,td{text-align:left;vertical-align:top;font-weight:400;padding:4px 16px 4px 0;border-bottom:1px solid var(--rule)}
thead th{color:var(--muted);font-size:14px}.group th{font-weight:600;padding-top:12px}
.sign-key{display:flex;flex-wrap:wrap;gap:0 16px;margin:0 0 4px;padding:0;list-style:none;color:var(--muted);font-size:14px}.number{text-align:right;white-space:nowrap;padding:4px 4px 4px 12px;font-variant-numeric:tabular-nums}
.controls{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end;margin:0 0 12px;font-size:14px;color:var(--muted)}
.controls label{display:grid;gap:2px;flex:1 1 140px;max-width:240px;min-width:0}
:is(.controls,.evidence-tools) :is(select,input),button{font:inherit;font-size:15px;color:var(--ink);background:var(--ground);
border:1px solid var(--edge);border-radius:3px;min-height:36px;padding:0 8px;max-width:100%;min-width:0}
button{cursor:pointer}.ready .controls button{display:none}
[aria-busy]{opacity:.6}.chart-tip,.chart-ring,.chart-band{position:absolute;pointer-events:none}
.chart-band{background:var(--ink);opacity:.07;border-radius:3px}
.chart-tip{z-index:2;max-width:min(320px,100%);padding:4px 8px;border:1px solid var(--ink);background:var(--ground);
font-size:14px;line-height:1.35}.chart-ring{border:2px solid var(--accent);border-radius:3px}
.evidence{border-top:1px solid var(--rule);margin-top:8px;padding-top:8px}
.evidence-head{display:flex;gap:12px;align-items:start;justify-content:space-between}
.evidence-tools{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;margin:8px 0;font-size:15px}
.evidence-tools [type=search]{flex:1 1 100%}.evidence p{margin:2px 0 6px}h2{font-size:17px;margin:0;line-height:1.3}h3{font-size:15px;margin:16px 0 4px}
.record-where{display:block;color:var(--muted);font-weight:400}.quotation{margin:4px 0}
:is(.quotation figcaption,.record-links,.record-facts){color:var(--muted);font-size:14px}
.record-facts{margin:6px 0}.record-facts div{display:flex;gap:8px}dd{margin:0;color:var(--ink)}.quotation-link{margin-left:12px}
blockquote{margin:4px 0;padding:2px 0 2px 12px;border-left:3px solid var(--edge);
font-family:'Source Serif 4',Georgia,Wide,serif}mark{background:var(--mark);color:inherit}
.cited-row{overflow-x:auto}.cited-row td{overflow-wrap:normal;min-width:8ch}
[aria-current]>:is(th,td){border-block:2px solid var(--edge)}td[data-cited]{background:var(--mark)}td mark{font-weight:600}
@media print{.controls,.hint,.evidence,details:not([open]){display:none}.embed{padding:0}figure{break-inside:avoid}
:root{color-scheme:light}}
`;

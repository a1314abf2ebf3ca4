// SPDX-License-Identifier: MIT
#include "report/html_parts.hpp"

namespace whereof::report {
namespace {

// Every text colour has a contrast of at least 4.5 on its ground in either scheme (WCAG 2.1, 1.4.3).
constexpr std::string_view kStyle = R"(:root {
  color-scheme: light dark;
  --ground: #fdfdfb; --card: #ffffff; --ink: #1d2327; --dim: #5a646b; --line: #d9dcd8; --link: #0b5394;
  --bad: #a61b1b; --bad-bg: #fbe7e5; --off: #8f4100; --off-bg: #fdecd8; --warn: #725300; --warn-bg: #fbf0c9;
  --good: #1d6b36; --good-bg: #e4f3e7; --open: #45556b; --open-bg: #e9edf3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181b; --card: #1c2226; --ink: #e4e7e8; --dim: #a3adb4; --line: #363e44; --link: #8fc1f0;
    --bad: #ff9c92; --bad-bg: #43201e; --off: #ffb877; --off-bg: #422b15; --warn: #ecd071; --warn-bg: #3a3214;
    --good: #8ed6a0; --good-bg: #1a3522; --open: #b4c3d8; --open-bg: #283240;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 54rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.6 "Iowan Old Style", Charter, Georgia, "DejaVu Serif", serif; overflow-wrap: anywhere; }
h1, h2, h3, nav, .badge, .chip, .tip, .fields, .path, .back, .links, .source, .label, .why, .next, .notice, .quiet, .chart,
.findings, .open, footer, summary { font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.35rem; line-height: 1.3; margin: 0; } h3 { font-size: 1.05rem; }
a { color: var(--link); } a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
header { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
.chart { max-width: 100%; height: auto; display: block; } .chart text { fill: var(--ink); font-size: 14px; }
.chart rect { fill: var(--v); }
nav h2 { margin-top: 1rem; } nav ol { padding-left: 1.4rem; } nav li { margin: .35rem 0; }
article { margin-top: 2rem; padding-top: 1.5rem; border-top: 3px solid var(--line); }
.path, .back, .source, .links, footer { color: var(--dim); font-size: .82rem; margin: .25rem 0; }
.v-retracted, .v-wrong_identifier, .v-not_found, .v-dangling, .l-error { --v: var(--bad); --v-bg: var(--bad-bg); }
.v-mismatch { --v: var(--off); --v-bg: var(--off-bg); }
.v-concern, .v-corrected, .l-warning { --v: var(--warn); --v-bg: var(--warn-bg); }
.v-verified { --v: var(--good); --v-bg: var(--good-bg); }
.v-undecidable, .v-unchecked, .l-note { --v: var(--open); --v-bg: var(--open-bg); }
.badge { display: inline-block; padding: 0 .5em; border: 1px solid var(--v); border-radius: 1em; background: var(--v-bg);
  color: var(--v); font-size: .8rem; font-weight: 600; line-height: 1.5; white-space: nowrap; }
.text > *, .text li { position: relative; }
.text h4, .text h5, .text h6 { font-size: 1.02rem; margin: 1.2rem 0 .3rem; }
.text p, .text ul, .text blockquote { margin: .6rem 0; }
.cell { border: 1px solid var(--line); padding: 0 .35em; }
.m > a { color: var(--v); background: var(--v-bg); text-decoration: none; border-bottom: 2px solid var(--v);
  border-radius: 3px 3px 0 0; padding: 0 .15em; }
.m sup { line-height: 0; }
.chip { font-size: .72rem; font-weight: 600; white-space: nowrap; }
.tip { display: none; position: absolute; z-index: 2; left: 0; right: 0; padding: .6rem .8rem; background: var(--card);
  border: 1px solid var(--v); border-left-width: 5px; border-radius: 4px; box-shadow: 0 4px 14px #0005;
  font-size: .85rem; line-height: 1.45; font-weight: 400; text-align: left; }
.m:hover > .tip, .m:focus-within > .tip, .m:target > .tip { display: block; }
.line, .diff { display: block; margin: .15rem 0; } .line + .line { margin-top: .5rem; } .diff { padding-left: 1em; }
del { color: var(--bad); } ins { color: var(--good); text-decoration: none; border-bottom: 1px solid; }
.references { list-style: none; padding: 0; }
.references > li, .findings > li { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--v, var(--line));
  border-radius: 4px; padding: .6rem .9rem; margin: .7rem 0; }
.references p { margin: .3rem 0; } .label { font-weight: 700; } .why, .next, .notice, .quiet { font-size: .9rem; }
.findings { list-style: none; padding: 0; font-size: .9rem; }
.notice { color: var(--v); font-weight: 600; } .quiet { color: var(--dim); font-style: italic; }
.fields { width: 100%; border-collapse: collapse; font-size: .85rem; margin: .4rem 0; table-layout: fixed; }
.fields caption { text-align: left; color: var(--dim); font-size: .78rem; }
.fields th, .fields td { text-align: left; vertical-align: top; padding: .2rem .5rem .2rem 0; border-bottom: 1px solid var(--line); }
.fields th:first-child { width: 6.5rem; font-weight: 600; } .fields th:last-child { width: 9.5rem; }
.g-different td { background: var(--off-bg); } .g-different td:nth-child(2) { color: var(--bad); } .g-different td:nth-child(3) { color: var(--good); }
.g-absent td { color: var(--dim); } .none { color: var(--dim); }
.open { margin-top: 2.5rem; padding: 1rem 1.2rem; border: 2px dashed var(--line); border-radius: 6px; font-size: .92rem; }
:target { outline: 3px solid var(--link); outline-offset: 3px; }
pre { white-space: pre-wrap; font-size: .8rem; margin: .3rem 0; }
summary { cursor: pointer; color: var(--dim); font-size: .85rem; }
@media (max-width: 38rem) {
  body { padding: 1rem .8rem 3rem; }
  .fields thead { display: none; } .fields tr { display: block; padding: .3rem 0; border-bottom: 1px solid var(--line); }
  .fields th, .fields td, .fields th:first-child { display: block; width: auto; border: 0; padding: 0 .3rem; }
  .fields td:nth-child(2)::before { content: "cited: "; } .fields td:nth-child(3)::before { content: "found: "; }
}
@media print {
  :root { --ground: #fff; --card: #fff; --ink: #000; --dim: #444; --line: #999; --link: #000; --bad: #8a0f0f; --off: #7a3600;
    --warn: #5c4300; --good: #14532a; --open: #333; --bad-bg: #fff; --off-bg: #fff; --warn-bg: #fff; --good-bg: #fff; --open-bg: #fff; }
  html { font-size: 10pt; } body { max-width: none; padding: 0; } .tip, .skip, nav { display: none !important; }
  .findings > li, tr, .cited { break-inside: avoid; } h2, h3, h4, .cited, caption { break-after: avoid; }
  article + article { break-before: page; } .links a::after { content: " " attr(href); }
}
)";

}  // namespace

std::string_view html_style() noexcept { return kStyle; }

}  // namespace whereof::report

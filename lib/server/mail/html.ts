import type { MailContent, MailItem } from "./content";

/**
 * Looks are written on the elements, since many mail programs drop style sheets; what a program with a dark page keeps
 * of the sheet turns them dark.
 */
const STYLE_SHEET = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#0a0c11!important}.card{background:#12151d!important;border-color:#2a3142!important}
.text{color:#f1f3f8!important}.muted{color:#a3adbf!important}.link{color:#ff8358!important}
.button{background:#ff6b3d!important;color:#1b0702!important}}`;

const FONT = "font-family:Figtree,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const TEXT = `${FONT};font-size:16px;line-height:1.55;color:#10141c;margin:0 0 16px`;
const MUTED = `${FONT};font-size:13px;line-height:1.5;color:#4d5768;margin:0 0 12px`;
const LINK = "color:#b93a0b";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as it may stand in HTML, between tags and in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function toAnchor(url: string, text: string): string {
  return `<a class="link" href="${escapeHtml(url)}" style="${LINK}">${escapeHtml(text)}</a>`;
}

function toItem({ title, text, url, imageUrl }: MailItem): string {
  const image = imageUrl
    ? `<td width="120" style="padding:0 16px 16px 0;vertical-align:top"><a href="${escapeHtml(url)}"><img src="${escapeHtml(imageUrl)}" width="120" alt="" style="display:block;width:120px;border-radius:8px;border:0"></a></td>`
    : "";
  const words = `<p class="text" style="${TEXT};margin:0 0 4px;font-weight:600">${toAnchor(url, title)}</p><p class="muted" style="${MUTED}">${escapeHtml(text)}</p>`;
  return `<tr>${image}<td style="padding:0 0 16px;vertical-align:top">${words}</td></tr>`;
}

function toItems(items: MailItem[]): string {
  if (items.length === 0) return "";
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${items.map(toItem).join("")}</table>`;
}

function toAction({ text, url, hint }: NonNullable<MailContent["action"]>): string {
  const look = `${FONT};display:inline-block;background:#b93a0b;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none;padding:13px 24px;border-radius:10px`;
  return (
    `<p style="margin:8px 0 20px"><a class="button" href="${escapeHtml(url)}" style="${look}">${escapeHtml(text)}</a></p>` +
    `<p class="muted" style="${MUTED}">${escapeHtml(hint)}<br><span style="word-break:break-all">${toAnchor(url, url)}</span></p>`
  );
}

/** A mail as an HTML document of its own. */
export function toHtml(content: MailContent): string {
  const { locale, subject, paragraphs, items, action, note, footer, links } = content;
  const body = [
    ...paragraphs.map((text) => `<p class="text" style="${TEXT}">${escapeHtml(text)}</p>`),
    toItems(items),
    action ? toAction(action) : "",
    note ? `<p class="muted" style="${MUTED}">${escapeHtml(note)}</p>` : "",
  ].join("\n");
  const small = [escapeHtml(footer), ...links.map(({ text, url }) => toAnchor(url, text))].join("<br>");
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${STYLE_SHEET}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f6f7f9">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f7f9">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 8px 20px"><span class="text" style="${FONT};font-size:20px;font-weight:700;letter-spacing:-.02em;color:#10141c">Kratos</span></td></tr>
<tr><td class="card" style="background:#ffffff;border:1px solid #d3d9e3;border-radius:14px;padding:28px">
<h1 class="text" style="${FONT};font-size:24px;line-height:1.25;letter-spacing:-.02em;color:#10141c;margin:0 0 18px">${escapeHtml(subject)}</h1>
${body}
</td></tr>
<tr><td style="padding:20px 8px 0"><p class="muted" style="${MUTED}">${small}</p></td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

/** What stands under a saved picture. */
export interface PictureMeta {
  readonly name: string;
  readonly title: string;
  readonly format: 'svg' | 'png';
  /** `2025-07-10`, for the file’s name. */
  readonly day: string;
  /** Date, known day, source and address: one line each. */
  readonly lines: readonly string[];
}

const MARGIN = 16;
const LINE = 18;
const PNG_SCALE = 2;
const COPIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
] as const;

/** Writes the pictures inside `box` into one file that says when, as known when, and from where. */
export async function savePicture(box: HTMLElement, meta: PictureMeta): Promise<void> {
  const { text, width, height } = composed(box, meta);
  const file = `policy-timeline-${meta.name}-${meta.day}.${meta.format}`;
  const svg = new Blob([text], { type: 'image/svg+xml;charset=utf-8' });
  offer(meta.format === 'svg' ? svg : await pngOf(text, width, height), file);
}

/** Title, the drawn parts where they stand on the screen, and the lines of the source. */
function composed(box: HTMLElement, { title, lines }: PictureMeta) {
  const area = box.getBoundingClientRect();
  const style = getComputedStyle(box);
  const ink = style.color;
  const ground = getComputedStyle(document.querySelector('.pane') ?? document.body).backgroundColor;
  const width = Math.ceil(Math.max(area.width, box.scrollWidth, 420)) + 2 * MARGIN;
  const top = MARGIN + 30;
  const content = Math.ceil(box.scrollHeight);
  const height = top + content + MARGIN + lines.length * LINE + MARGIN;
  const font = style.fontFamily.replaceAll('"', "'");
  const parts: string[] = [];
  for (const svg of box.querySelectorAll('svg')) {
    if (svg.closest('button') || svg.closest('svg svg')) continue;
    const at = svg.getBoundingClientRect();
    if (at.width === 0) continue;
    const copy = withStyles(svg);
    copy.setAttribute('x', String(at.left - area.left + box.scrollLeft + MARGIN));
    copy.setAttribute('y', String(at.top - area.top + box.scrollTop + top));
    copy.setAttribute('width', String(at.width));
    copy.setAttribute('height', String(at.height));
    parts.push(new XMLSerializer().serializeToString(copy));
  }
  for (const cell of box.querySelectorAll<HTMLElement>(
    'th, td, .map-legend li, .map-legend .caption, figcaption > *, .lane-name',
  ))
    parts.push(textOf(cell, area, box.scrollTop, top));
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" color="${ink}">`,
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${ground}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 14}" font-size="16" font-weight="700" fill="${ink}">${escaped(title)}</text>`,
    ...parts,
    ...lines.map(
      (line, i) =>
        `<text x="${MARGIN}" y="${top + content + MARGIN + (i + 1) * LINE - 6}" font-size="12" fill="${ink}">${escaped(line)}</text>`,
    ),
    '</svg>',
  ].join('\n');
  return { text, width, height };
}

/** A copy that looks the same without the page’s style sheet. */
function withStyles(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, i) => {
    const target = copies[i];
    if (!target) return;
    const style = getComputedStyle(original);
    for (const name of COPIED) target.setAttribute(name, style.getPropertyValue(name));
    // A mark put in its place by the page's own style; its computed form is a matrix, which an attribute can say too.
    if (original instanceof SVGElement && original.style.transform !== '')
      target.setAttribute('transform', style.transform);
    for (const name of ['class', 'style', 'onclick']) target.removeAttribute(name);
  });
  return copy;
}

/** A cell’s ground and first line of words, where it stands. */
function textOf(cell: HTMLElement, area: DOMRect, scrolled: number, top: number): string {
  const at = cell.getBoundingClientRect();
  const words = cell.innerText.split('\n').join(' ').trim();
  if (at.width === 0 || at.height === 0) return '';
  const style = getComputedStyle(cell);
  const [x, y] = [at.left - area.left + MARGIN, at.top - area.top + scrolled + top];
  const swatch = cell.querySelector<HTMLElement>(':scope > i');
  const mark = swatch?.getBoundingClientRect();
  const ground = style.backgroundColor;
  const paintsGround = ground !== 'rgba(0, 0, 0, 0)';
  const right = style.textAlign === 'right' || style.textAlign === 'end';
  const centred = style.textAlign === 'center';
  const textX = right ? x + at.width - 6 : centred ? x + at.width / 2 : x + 2;
  const baseline = mark ? y + at.height - 4 : y + at.height / 2 + 4;
  return [
    paintsGround
      ? `<rect x="${x}" y="${y}" width="${at.width}" height="${at.height}" fill="${ground}"/>`
      : '',
    mark && swatch
      ? `<rect x="${x}" y="${y}" width="${mark.width}" height="${mark.height}" fill="${getComputedStyle(swatch).backgroundColor}"/>`
      : '',
    words === ''
      ? ''
      : `<text x="${textX}" y="${baseline}" font-size="${style.fontSize}" font-weight="${style.fontWeight}" fill="${style.color}"${right ? ' text-anchor="end"' : centred ? ' text-anchor="middle"' : ''}>${escaped(words)}</text>`,
  ].join('');
}

async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.scale(PNG_SCALE, PNG_SCALE);
  pen.drawImage(image, 0, 0);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** Hands a file to the reader. */
export function offer(content: Blob, file: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Where the corner of the picture lies on the screen. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

/** The fill of whatever the page hatches by a gradient. */
export const HATCH =
  '<defs><pattern id="saved-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" stroke="currentColor" stroke-width="2"/></pattern></defs>';

const COPIED = [
  'color',
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
const CLEAR = 'rgba(0, 0, 0, 0)';
const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** Everything that can be seen inside an element as parts of an SVG, in the order of the page: grounds, edges, words, drawings. */
export function drawn(box: HTMLElement, corner: Corner): readonly string[] {
  const parts: string[] = [];
  const visit = (node: Node, clip: Clip): void => {
    if (node instanceof SVGSVGElement) parts.push(drawingOf(node, corner));
    else if (node instanceof Text) parts.push(...wordsOf(node, corner, clip));
    else if (node instanceof HTMLElement && isSeen(node, clip)) {
      if (node !== box) parts.push(groundOf(node, corner));
      const inside = node === box ? clip : clippedBy(node, clip);
      for (const child of node.childNodes) visit(child, inside);
    }
  };
  visit(box, { right: Number.POSITIVE_INFINITY, bottom: Number.POSITIVE_INFINITY });
  return parts.filter((part) => part !== '');
}

/** Where what is around hides what overflows. */
interface Clip {
  readonly right: number;
  readonly bottom: number;
}

/** Of a box that hides what overflows: its border, in pixels, at most. */
const EDGE = 2;

function clippedBy(element: HTMLElement, around: Clip): Clip {
  const { textOverflow, overflowX, paddingRight } = getComputedStyle(element);
  const ends = textOverflow === 'ellipsis' ? Number.parseFloat(paddingRight) : 0;
  if (textOverflow !== 'ellipsis' && overflowX !== 'hidden') return around;
  const { right, bottom } = element.getBoundingClientRect();
  return { right: Math.min(around.right, right - ends + 1), bottom: Math.min(around.bottom, bottom) };
}

function isSeen(element: HTMLElement, clip: Clip): boolean {
  if (element.dataset.leaveOut !== undefined || element.classList.contains('vh')) return false;
  if (element.getBoundingClientRect().top > clip.bottom - EDGE) return false;
  const { display, visibility } = getComputedStyle(element);
  return display !== 'none' && visibility !== 'hidden';
}

/** Its background, and those of its edges that are drawn. */
function groundOf(element: HTMLElement, corner: Corner): string {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 && height === 0) return '';
  const style = getComputedStyle(element);
  const [x, y] = [left - corner.left, top - corner.top];
  const [right, bottom] = [x + width, y + height];
  const rect = (fill: string): string =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" rx="${Number.parseFloat(style.borderTopLeftRadius) || 0}"/>`;
  const edge = {
    Top: [x, y, right, y],
    Right: [right, y, right, bottom],
    Bottom: [x, bottom, right, bottom],
    Left: [x, y, x, bottom],
  };
  return [
    style.backgroundColor === CLEAR ? '' : rect(style.backgroundColor),
    style.backgroundImage.includes('gradient')
      ? `<g color="${style.color}">${rect('url(#saved-hatch)')}</g>`
      : '',
    ...SIDES.map((side) => {
      const size = Number.parseFloat(style[`border${side}Width`]);
      const kind = style[`border${side}Style`];
      const colour = style[`border${side}Color`];
      if (!(size > 0) || kind === 'none' || colour === CLEAR) return '';
      const [x1, y1, x2, y2] = edge[side];
      const dashes =
        kind === 'dashed'
          ? ' stroke-dasharray="4 3"'
          : kind === 'dotted'
            ? ' stroke-dasharray="1.5 2.5"'
            : '';
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${size}"${dashes}/>`;
    }),
  ].join('');
}

interface Line {
  text: string;
  left: number;
  top: number;
  right: number;
  readonly height: number;
}

/** The words of a text as they break on the screen; what an edge cuts off ends in an ellipsis, as there. */
function wordsOf(node: Text, corner: Corner, clip: Clip): readonly string[] {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === '') return [];
  const style = getComputedStyle(parent);
  const range = document.createRange();
  const lines: Line[] = [];
  let at = 0;
  for (const sign of node.data) {
    range.setStart(node, at);
    at += sign.length;
    range.setEnd(node, at);
    const { left, top, right, width, height } = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (width === 0 || top > clip.bottom - EDGE) continue;
    if (last && Math.abs(last.top - top) < height / 2) {
      if (right <= clip.right) {
        last.text += sign;
        last.right = right;
      } else if (!last.text.endsWith('…')) last.text = `${last.text.slice(0, -1)}…`;
    } else if (right <= clip.right && sign.trim() !== '')
      lines.push({ text: sign, left, top, right, height });
  }
  const ascent = ascentShare(style.font);
  return lines.map(
    ({ text, left, top, height }) =>
      `<text x="${left - corner.left}" y="${top - corner.top + height * ascent}" font-size="${style.fontSize}" font-weight="${style.fontWeight}" fill="${style.color}">${escaped(text.replace(/[ \t\n\r]+/g, ' '))}</text>`,
  );
}

const shares = new Map<string, number>();
/** How much of a line’s height stands above its baseline. */
function ascentShare(font: string): number {
  const known = shares.get(font);
  if (known !== undefined) return known;
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return 0.8;
  pen.font = font;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText('x');
  const share = up + down > 0 ? up / (up + down) : 0.8;
  shares.set(font, share);
  return share;
}

/** A drawing as it stands, looking the same without the page’s style sheet. */
function drawingOf(svg: SVGSVGElement, corner: Corner): string {
  const at = svg.getBoundingClientRect();
  if (at.width === 0 || getComputedStyle(svg).visibility === 'hidden') return '';
  const copy = withStyles(svg);
  for (const [name, value] of Object.entries({
    x: at.left - corner.left,
    y: at.top - corner.top,
    width: at.width,
    height: at.height,
  }))
    copy.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(withSymbols(copy));
}

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

/** Marks of the page’s sprite are put in where they are used: the file has no sprite. */
function withSymbols(copy: SVGSVGElement): SVGSVGElement {
  for (const use of copy.querySelectorAll('use')) {
    const symbol = document.querySelector(use.getAttribute('href') ?? ':not(*)');
    if (!symbol) continue;
    const box = symbol.getAttribute('viewBox');
    if (box) copy.setAttribute('viewBox', box);
    copy.removeAttribute('fill');
    use.replaceWith(...[...symbol.children].map((child) => child.cloneNode(true)));
  }
  return copy;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

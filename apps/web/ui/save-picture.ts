import { drawn, escaped, HATCH } from './draw-boxes';

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
const SMALL = 12;
/** Writes the pictures inside `box` into one file that says when, as known when, and from where. */
export async function savePicture(box: HTMLElement, meta: PictureMeta): Promise<void> {
  const { text, width, height } = composed(box, meta);
  const file = `policy-timeline-${meta.name}-${meta.day}.${meta.format}`;
  const svg = new Blob([text], { type: 'image/svg+xml;charset=utf-8' });
  offer(meta.format === 'svg' ? svg : await pngOf(text, width, height), file);
}

/** Title, the drawn parts where they stand on the screen, and the lines of the source. */
function composed(box: HTMLElement, { title, lines: said }: PictureMeta) {
  const area = box.getBoundingClientRect();
  const style = getComputedStyle(box);
  const ink = style.color;
  const ground = getComputedStyle(document.querySelector('.pane') ?? document.body).backgroundColor;
  const width = Math.ceil(Math.max(area.width, box.scrollWidth, 420)) + 2 * MARGIN;
  const font = style.fontFamily.replaceAll('"', "'");
  const lines = said.flatMap((line) => broken(line, width - 2 * MARGIN, `${SMALL}px ${font}`));
  const heads = broken(title, width - 2 * MARGIN, `700 16px ${font}`);
  const top = MARGIN + 8 + heads.length * 22;
  const content = Math.ceil(box.scrollHeight);
  const height = top + content + MARGIN + lines.length * LINE + MARGIN;
  const parts = drawn(box, {
    left: area.left - box.scrollLeft - MARGIN,
    top: area.top - box.scrollTop - top,
  });
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" color="${ink}">`,
    `<title>${escaped(title)}</title>${HATCH}<rect width="100%" height="100%" fill="${ground}"/>`,
    ...heads.map(
      (line, i) =>
        `<text x="${MARGIN}" y="${MARGIN + 14 + i * 22}" font-size="16" font-weight="700" fill="${ink}">${escaped(line)}</text>`,
    ),
    ...parts,
    ...lines.map(
      (line, i) =>
        `<text x="${MARGIN}" y="${top + content + MARGIN + (i + 1) * LINE - 6}" font-size="${SMALL}" fill="${ink}">${escaped(line)}</text>`,
    ),
    '</svg>',
  ].join('\n');
  return { text, width, height };
}

/** A word, a part of an address, or one Japanese letter: what is never broken. */
const PIECES =
  /[\u3000-\u9fff\uff00-\uffef][)\].,、。）」]*|[^\s/&\u3000-\u9fff\uff00-\uffef]{1,40}[\s/&]?|[\s/&]/gu;

/** The lines in which a text fits a width; addresses may be longer than the picture is wide. */
function broken(text: string, width: number, font: string): readonly string[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return [text];
  pen.font = font;
  const lines = [''];
  for (const piece of text.match(PIECES) ?? []) {
    const longer = `${lines.at(-1)}${piece}`;
    if (lines.at(-1) === '' || pen.measureText(longer.trimEnd()).width <= width)
      lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim());
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

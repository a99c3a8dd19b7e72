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
/** Width of a letter of an address at 12 px, roughly. */
const SIGN = 6.8;
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
  const lines = said.flatMap((line) => broken(line, (width - 2 * MARGIN) / SIGN));
  const top = MARGIN + 30;
  const content = Math.ceil(box.scrollHeight);
  const height = top + content + MARGIN + lines.length * LINE + MARGIN;
  const font = style.fontFamily.replaceAll('"', "'");
  const parts = drawn(box, {
    left: area.left - box.scrollLeft - MARGIN,
    top: area.top - box.scrollTop - top,
  });
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" color="${ink}">`,
    `<title>${escaped(title)}</title>${HATCH}<rect width="100%" height="100%" fill="${ground}"/>`,
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

/** Addresses may be longer than the picture is wide. */
const broken = (line: string, most: number): readonly string[] =>
  line.match(new RegExp(`.{1,${Math.floor(most)}}`, 'gu')) ?? [];

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

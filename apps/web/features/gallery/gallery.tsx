import { firstPicture } from '@/app/first-picture';
import { PageFault } from '@/app/page-fault';
import { RecordUnavailable } from '@/app/record-unavailable';
import { compareQuery } from '@/features/compare-views/compare-query';
import { pageLanguage } from '@/language/request-language';
import { askServer, faultOfPack } from '@/lib/ask-server';
import { startOf } from '@/timeline/scrub-start';
import { serverPack } from '@/timeline/server-pack';
import { CopyCitation } from '@/ui/copy-button';
import { Foot } from '@/ui/foot';
import { Marks } from './marks';
import { Part } from './part';
import { ReportParts } from './report-parts';
import { ScrubParts } from './scrub-parts';
import { DeskParts } from './state-parts';
import './gallery.css';

const GOLDEN = 'tariff/us/reciprocal/JPN';
/** The worked case of the design: 10 July 2025 as known on 30 May. */
const SCRUBBED = { d: '2025-07-10', k: '2025-05-30', s: GOLDEN, a: '2025-04-02~now' };

/** Every part of the design on one page, with the answers that the tests hold fast. */
export async function Gallery() {
  const { locale, t } = await pageLanguage();
  const loaded = await serverPack();
  if (!loaded.ok) return <PageFault fault={faultOfPack(loaded.fault)} />;
  const { reader } = loaded;
  const { start } = startOf(reader, new URLSearchParams(SCRUBBED));
  const written = await askServer(compareQuery, {
    a: { date: '2025-08-20', knownAt: '2025-08-25' },
    b: { date: '2025-08-20', knownAt: '2025-09-05' },
    filter: { subjects: [GOLDEN] },
    first: 5,
    after: null,
    dateA: '2025-08-20',
    knownA: '2025-08-25',
    dateB: '2025-08-20',
    knownB: '2025-09-05',
  });
  return (
    <main className="page report gallery" id="main">
      <h1 className="title">Gallery</h1>
      <h2 className="sec blk">Marks and controls</h2>
      <Marks t={t} />
      <h2 className="sec blk">Scrubber</h2>
      <ScrubParts start={{ ...start, picture: firstPicture(reader, start), notice: null }} />
      <h2 className="sec blk">Pages</h2>
      <ReportParts reader={reader} golden={GOLDEN} locale={locale} t={t} />
      <h2 className="sec blk">Desk</h2>
      <DeskParts
        rows={(written.ok ? written.data.diff.rows : []).map((row) => ({
          ...row,
          before: row.before && { ...row.before, validUntil: null },
          after: row.after && { ...row.after, validUntil: null },
        }))}
      />
      <h2 className="sec blk">Faults</h2>
      <Part name="PageFault">
        <div className="gallery-panes">
          <PageFault fault={{ kind: 'unreachable', reason: 'ECONNREFUSED' }} />
          <PageFault fault={{ kind: 'unwell', status: 503 }} />
          <PageFault
            fault={{
              kind: 'refused',
              refusal: { code: 'INVALID_CODE', message: '', field: 'product', given: 'blah' },
            }}
            again="/duty"
          />
          <PageFault
            fault={{ kind: 'unread', message: t('date.unreadable', { given: '2025-02-30' }) }}
            again="/duty"
          />
        </div>
      </Part>
      <Part name="RecordUnavailable">
        <RecordUnavailable fault={{ kind: 'unreachable', reason: 'ECONNREFUSED' }} />
      </Part>
      <Foot note={t('pages.foot.days')}>
        <CopyCitation citation="policy-timeline: gallery." />
      </Foot>
    </main>
  );
}

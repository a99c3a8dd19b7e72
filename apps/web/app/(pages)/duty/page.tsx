import { formatDay } from '@policy-timeline/domain';
import type { Metadata } from 'next';
import { PageFault } from '@/app/page-fault';
import { PageFrame } from '@/app/page-frame';
import { DutyForm } from '@/features/duty-question/duty-form';
import { dutyQuery } from '@/features/duty-question/duty-query';
import {
  type DutyParams,
  dutyPath,
  questionInput,
  readDuty,
  trackOf,
} from '@/features/duty-question/duty-question';
import { DutyReport } from '@/features/duty-question/duty-report';
import { dutySteps } from '@/features/duty-question/duty-steps';
import { spellDay } from '@/language/format-day';
import { pageLanguage } from '@/language/request-language';
import { askServer, faultOfPack } from '@/lib/ask-server';
import { partyNames } from '@/timeline/party-names';
import { serverPack } from '@/timeline/server-pack';

export const dynamic = 'force-dynamic';

interface Props {
  readonly searchParams: Promise<DutyParams>;
}

/** The question in the title: it is the first thing heard of the page that answers it. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { locale, t } = await pageLanguage();
  const [params, loaded] = await Promise.all([searchParams, serverPack()]);
  const plain = `${t('pages.duty.title')} — policy-timeline`;
  if (!loaded.ok || Object.keys(params).every((name) => name === 'lang')) return { title: plain };
  const { reader } = loaded;
  const read = readDuty(params, reader.newestKnown);
  if (!read.ok) return { title: `${t('pages.fault.refused')} — ${plain}` };
  const partner = partyNames(reader.pack.parties, locale)(read.question.partner);
  const day = spellDay(read.question.date, locale);
  return { title: `${t('pages.duty.asked', { partner, day })} — policy-timeline` };
}

/** What an import pays on a day, by what was known on one day and by what is known now. */
export default async function DutyPage({ searchParams }: Props) {
  const { locale, t } = await pageLanguage();
  const loaded = await serverPack();
  if (!loaded.ok)
    return (
      <PageFrame current="duty" path="/duty">
        <PageFault fault={faultOfPack(loaded.fault)} />
      </PageFrame>
    );
  const { reader } = loaded;
  const read = readDuty(await searchParams, reader.newestKnown);
  const nameParty = partyNames(reader.pack.parties, locale);
  const partners = Object.keys(reader.pack.parties)
    .filter((id) => /^[A-Z]{3}$/.test(id) && id !== 'USA')
    .map((id) => ({ id, name: nameParty(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  if (!read.ok)
    return (
      <PageFrame current="duty" path="/duty">
        <p className="crumb">{t('pages.duty.title')}</p>
        <DutyForm question={read.question} unread={read} partners={partners} locale={locale} t={t} />
        <div className="blk">
          <PageFault
            fault={{
              kind: 'unread',
              message: t(read.kind === 'date' ? 'date.unreadable' : 'pages.duty.notNumber', {
                given: read.given.slice(0, 40),
              }),
            }}
          />
        </div>
      </PageFrame>
    );
  const { question } = read;
  const [asked, steps] = await Promise.all([
    askServer(dutyQuery, {
      date: formatDay(question.date),
      earlier: formatDay(question.known ?? question.date),
      later: question.later === null ? null : formatDay(question.later),
      question: questionInput(question),
      track: trackOf(question),
    }),
    dutySteps(reader, question),
  ]);
  return (
    <PageFrame current="duty" path={dutyPath(question)}>
      <p className="crumb">{t('pages.duty.title')}</p>
      {asked.ok ? <h1 className="vh">{t('pages.duty.title')}</h1> : null}
      <DutyForm question={question} partners={partners} locale={locale} t={t} />
      {asked.ok ? (
        <DutyReport
          question={question}
          earlier={asked.data.earlier}
          later={asked.data.later}
          steps={steps}
          partner={nameParty(question.partner)}
          locale={locale}
          t={t}
        />
      ) : (
        <div className="blk">
          <PageFault fault={asked.fault} again="/duty" />
        </div>
      )}
    </PageFrame>
  );
}

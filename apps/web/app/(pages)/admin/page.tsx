import type { Metadata } from 'next';
import { PageFault } from '@/app/page-fault';
import { PageFrame } from '@/app/page-frame';
import { AdminDesk } from '@/features/write-record/admin-desk';
import { TASKS } from '@/features/write-record/tasks';
import { inLocale } from '@/language/format-value';
import { pageLanguage } from '@/language/request-language';
import { faultOfPack } from '@/lib/ask-server';
import { serverPack } from '@/timeline/server-pack';

export const dynamic = 'force-dynamic';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: `${t('nav.append')} — policy-timeline`, robots: { index: false } };
}

/** The editors' desk; reading stays open to all, writing needs the token. */
export default async function AdminPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { locale, t } = await pageLanguage();
  const given = await searchParams;
  const task = TASKS.find((name) => name === given.do) ?? 'append';
  const target = typeof given.target === 'string' ? given.target : '';
  const loaded = await serverPack();
  const path = `/admin?${new URLSearchParams({ do: task, ...(target ? { target } : {}) })}`;
  if (!loaded.ok)
    return (
      <PageFrame current="append" path={path}>
        <PageFault fault={faultOfPack(loaded.fault)} />
      </PageFrame>
    );
  const { pack } = loaded.reader;
  const streams = new Map<number, string>();
  for (const event of pack.events) for (const slot of event.slots) streams.set(slot, event.stream);
  const subjects = pack.slots.map((slot, i) => ({
    id: slot.id,
    title: inLocale(slot.title, locale),
    topic: slot.topic,
    stream: streams.get(i) ?? slot.subject,
  }));
  const topics = Object.entries(pack.topics).map(([id, { title }]) => ({
    id,
    title: inLocale(title, locale),
  }));
  return (
    <PageFrame current="append" path={path}>
      <p className="crumb">
        {t('nav.append')}
        <span className="sep">›</span>
        {t(`pages.admin.task.${task}`)}
      </p>
      <h1 className="title">{t(task === 'audit' ? 'pages.admin.auditTitle' : 'append.title')}</h1>
      <p className="lede">{t(task === 'audit' ? 'pages.admin.about.audit' : 'append.lede')}</p>
      <AdminDesk key={task} task={task} target={target} subjects={subjects} topics={topics} />
    </PageFrame>
  );
}

import { PageHeader } from '@/app/page-header';
import { RecordUnavailable } from '@/app/record-unavailable';
import { AppendForm } from '@/features/append-form/append-form';
import { inLocale } from '@/language/format-value';
import { messagesOf, requestLocale } from '@/language/request-language';
import { serverPack } from '@/timeline/server-pack';

export const dynamic = 'force-dynamic';

/** The form for editors; reading stays open to all, writing needs the token. */
export default async function AppendPage() {
  const locale = await requestLocale();
  const text = messagesOf(locale).append;
  const loaded = await serverPack();
  if (!loaded.ok) return <RecordUnavailable fault={loaded.fault} />;
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
    <>
      <PageHeader current="append" path="/append" />
      <main className="page" id="main">
        <h1 className="title">{text.title}</h1>
        <p className="lede">{text.lede}</p>
        <AppendForm subjects={subjects} topics={topics} />
      </main>
    </>
  );
}

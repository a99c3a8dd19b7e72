import { STATUSES } from '@policy-timeline/domain';
import { PageHeader } from '@/app/page-header';
import { messagesOf, requestLocale } from '@/language/request-language';
import { StatusMark } from '@/ui/status-mark';

/** How the screen is read: two times, three modes, the marks, and what is not known. */
export default async function AboutPage() {
  const locale = await requestLocale();
  const { about, status } = messagesOf(locale);
  return (
    <>
      <PageHeader current="about" path="/about" />
      <main className="page prose" id="main">
        <h1 className="title">{about.title}</h1>
        <p className="lede">{about.lede}</p>
        <h2 className="sec">{about.modes}</h2>
        <p>{about.modesBody}</p>
        <h2 className="sec">{about.marks}</h2>
        <ul className="mark-list">
          {STATUSES.filter((name) => name !== 'NOT_IN_FORCE').map((name) => (
            <li key={name}>
              <StatusMark status={name} word="" /> {status[name]}
            </li>
          ))}
        </ul>
        <h2 className="sec">{about.unknown}</h2>
        <p>{about.unknownBody}</p>
        <h2 className="sec">{about.days}</h2>
        <p>{about.daysBody}</p>
        <p>
          <a href={`/?lang=${locale}`}>{about.back}</a>
        </p>
      </main>
    </>
  );
}

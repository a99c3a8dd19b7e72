'use client';
import { useLanguage } from '@/language/language-provider';
import { Icon } from '@/ui/icon';

/** Words for the timeline's filter; a plain form, so that it works before any script does. */
export function PageSearch() {
  const { locale, t } = useLanguage();
  return (
    <search>
      <form action="/" method="get">
        <input type="hidden" name="lang" value={locale} />
        <label className="search">
          <Icon name="search" />
          <input
            type="search"
            name="f"
            placeholder={t('search.placeholder')}
            aria-label={t('search.label')}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
      </form>
    </search>
  );
}

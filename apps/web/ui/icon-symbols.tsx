/** The shapes of the icons. */
export function IconSymbols() {
  return (
    <>
      <symbol id="i-search" viewBox="0 0 16 16">
        <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="m10.5 10.5 3.5 3.5" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </symbol>
      <symbol id="i-prev" viewBox="0 0 16 16">
        <path
          d="M10 3 5 8l5 5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="i-next" viewBox="0 0 16 16">
        <path
          d="m6 3 5 5-5 5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="i-prevc" viewBox="0 0 16 16">
        <path
          d="M12 3 7 8l5 5M4 3v10"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="i-nextc" viewBox="0 0 16 16">
        <path
          d="m4 3 5 5-5 5M12 3v10"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="i-play" viewBox="0 0 16 16">
        <path d="M5 3.2v9.6L12.6 8Z" fill="currentColor" />
      </symbol>
      <symbol id="i-down" viewBox="0 0 16 16">
        <path
          d="M8 2v8m-3.2-3L8 10.2 11.2 7M3 13.2h10"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="i-link" viewBox="0 0 16 16">
        <path
          d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.8-.8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
      </symbol>
      <symbol id="i-cal" viewBox="0 0 16 16">
        <rect
          x="2.2"
          y="3.2"
          width="11.6"
          height="10.6"
          rx="1.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
        />
        <path
          d="M2.2 6.6h11.6M5.3 1.6v3M10.7 1.6v3"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
      </symbol>
      <symbol id="i-check" viewBox="0 0 16 16">
        <path
          d="m3 8.5 3.2 3.2L13 4.8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="i-retro" viewBox="0 0 16 16">
        <path
          d="M3 5.5h6.5a3.5 3.5 0 1 1 0 7H5M5.6 2.8 2.8 5.5l2.8 2.8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="i-known" viewBox="0 0 16 16">
        <path d="M8 1.6 14.4 8 8 14.4 1.6 8Z" fill="currentColor" />
      </symbol>
      <symbol id="i-caret" viewBox="0 0 16 16">
        <path
          d="m4 6.2 4 4 4-4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="i-pause" viewBox="0 0 16 16">
        <path d="M4.6 3.2v9.6M11.4 3.2v9.6" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      </symbol>
      <symbol id="i-help" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <path
          d="M6.2 6.4c0-1 .8-1.7 1.8-1.7s1.8.7 1.8 1.6c0 1.2-1.8 1.3-1.8 2.6"
          stroke="currentColor"
          strokeWidth="1.3"
          fill="none"
          strokeLinecap="round"
        />
        <circle cx="8" cy="11.2" r=".85" fill="currentColor" />
      </symbol>
      <symbol id="i-close" viewBox="0 0 16 16">
        <path d="m4 4 8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </symbol>
      <symbol id="i-pen" viewBox="0 0 16 16">
        <path
          d="m3 13 .6-2.8L11 2.8l2.2 2.2-7.4 7.4L3 13Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="i-table" viewBox="0 0 16 16">
        <path
          d="M2.2 3h11.6v10H2.2ZM2.2 6.4h11.6M2.2 9.7h11.6M6.4 3v10"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
        />
      </symbol>
      <symbol id="i-menu" viewBox="0 0 16 16">
        <path
          d="M2.5 4.2h11M2.5 8h11M2.5 11.8h11"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </symbol>
    </>
  );
}

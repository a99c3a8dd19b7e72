/** The shapes of the statuses. */
export function StatusSymbols() {
  return (
    <>
      <symbol id="st-force" viewBox="0 0 16 16">
        <rect x="2" y="2" width="12" height="12" rx="2" fill="currentColor" />
      </symbol>
      <symbol id="st-sched" viewBox="0 0 16 16">
        <rect
          x="2.75"
          y="2.75"
          width="10.5"
          height="10.5"
          rx="1.75"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      </symbol>
      <symbol id="st-susp" viewBox="0 0 16 16">
        <rect
          x="2.75"
          y="2.75"
          width="10.5"
          height="10.5"
          rx="1.75"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
        <path
          d="M3.5 9 9 3.5M3.5 12.8 12.8 3.5M7 12.8 12.8 7"
          stroke="currentColor"
          strokeWidth="1.4"
          fill="none"
        />
      </symbol>
      <symbol id="st-exp" viewBox="0 0 16 16">
        <path
          d="M1.5 8H12M12.8 3v10"
          stroke="currentColor"
          strokeWidth="1.8"
          fill="none"
          strokeLinecap="round"
        />
      </symbol>
      <symbol id="st-end" viewBox="0 0 16 16">
        <path
          d="M1 8h7M9.2 4.4l5.2 7.2M14.4 4.4 9.2 11.6"
          stroke="currentColor"
          strokeWidth="1.7"
          fill="none"
          strokeLinecap="round"
        />
      </symbol>
      <symbol id="st-super" viewBox="0 0 16 16">
        <path
          d="M1 8h6M7.5 3.5 11 8l-3.5 4.5M11 3.5 14.5 8 11 12.5"
          stroke="currentColor"
          strokeWidth="1.6"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="st-never" viewBox="0 0 16 16">
        <rect
          x="2.75"
          y="2.75"
          width="10.5"
          height="10.5"
          rx="1.75"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
          strokeDasharray="2.6 2"
        />
        <path d="M.8 8h14.4" stroke="currentColor" strokeWidth="1.7" />
      </symbol>
      <symbol id="st-open" viewBox="0 0 16 16">
        <rect
          x="2.5"
          y="2.5"
          width="11"
          height="11"
          rx="2"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray=".1 2.7"
          strokeLinecap="round"
        />
        <path
          d="M6.2 6.5c0-1 .8-1.7 1.8-1.7s1.8.7 1.8 1.6c0 1.2-1.8 1.3-1.8 2.6"
          stroke="currentColor"
          strokeWidth="1.3"
          fill="none"
          strokeLinecap="round"
        />
        <circle cx="8" cy="11" r=".85" fill="currentColor" />
      </symbol>
      <symbol id="st-threat" viewBox="0 0 16 16">
        <path
          d="M8 1.4 14.6 8 8 14.6 1.4 8Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
        <path d="M8 4.8v3.8" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        <circle cx="8" cy="10.9" r=".95" fill="currentColor" />
      </symbol>
      <symbol id="st-norec" viewBox="0 0 16 16">
        <circle
          cx="8"
          cy="8"
          r="5.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
          strokeDasharray="1.4 2"
        />
        <path d="M5.5 8h5" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <symbol id="st-prop" viewBox="0 0 16 16">
        <path
          d="M8 1.4 14.6 8 8 14.6 1.4 8Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeDasharray="2.2 2"
        />
      </symbol>
      <symbol id="st-none" viewBox="0 0 16 16">
        <path d="M5 8h6" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </symbol>
      <symbol id="st-plan" viewBox="0 0 16 16">
        <rect
          x="2.75"
          y="2.75"
          width="10.5"
          height="10.5"
          rx="1.75"
          fill="currentColor"
          fillOpacity=".18"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      </symbol>
    </>
  );
}

'use client';

export function ReloadButton({ label }: { readonly label: string }) {
  return (
    <button type="button" className="btn primary" onClick={() => window.location.reload()}>
      {label}
    </button>
  );
}

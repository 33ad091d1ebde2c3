import { useEffect, useState } from 'react';

/** An address under which the page can show a file of this device, or null until there is one. */
export function usePhotoUrl(file: File): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}

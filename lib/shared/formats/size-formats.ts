import type { Locale } from "../locale";

const UNITS = ["kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
const MB_PER_GB = 1024;

/** Writes sizes of files, memory and disks in a language. */
export function createSizeFormats(locale: Locale) {
  const write = (value: number, unit: (typeof UNITS)[number]) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);

  return {
    /** A file, as shops and disks count: 1 GB is 10⁹ bytes. */
    fileSize: (bytes: number) => {
      const power = Math.floor(Math.log10(Math.max(1000, bytes)) / 3);
      const place = Math.min(UNITS.length, power);
      return write(bytes / 1000 ** place, UNITS[place - 1] ?? "kilobyte");
    },
    /** Memory or room on a disk, as makers of games count: 1 GB is 1024 MB. */
    memory: (megabytes: number) =>
      megabytes >= MB_PER_GB ? write(megabytes / MB_PER_GB, "gigabyte") : write(megabytes, "megabyte"),
  };
}

package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;

/** The log of the kernel's audit, enriched or not, as auditd writes it or {@code ausearch --raw} prints it. */
public final class AuditFormat implements LogFormat {
    @Override
    public String id() {
        return "audit";
    }

    @Override
    public RecordStart start() {
        return RecordStart.EVERY_LINE;
    }

    @Override
    public boolean isUniversal() {
        return true;
    }

    @Override
    public boolean isAt(RawRecord record) {
        return new AuditLine().read(record);
    }

    @Override
    public RecordReader reader(LogContext context) {
        return new AuditReader(context);
    }
}

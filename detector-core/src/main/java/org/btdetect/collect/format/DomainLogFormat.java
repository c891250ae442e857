package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;
import org.btdetect.collect.record.Stamp;

/** The log that the virtualization daemon keeps of each domain, in which its QEMU process writes too. */
public final class DomainLogFormat implements LogFormat {
    @Override
    public String id() {
        return "domain";
    }

    @Override
    public RecordStart start() {
        return RecordStart.DATED;
    }

    @Override
    public boolean isUniversal() {
        return true;
    }

    @Override
    public boolean isAt(RawRecord record) {
        Stamp stamp = new Stamp();
        if (stamp.read(record, record.from()) == Stamp.NONE) {
            return false;
        }
        int end = stamp.end();
        boolean isQemu = record.at(end) == 'Z' && record.at(end + 1) == ' ';
        boolean isDaemon = (record.at(end) == '+' || record.at(end) == '-') && record.at(end + 5) == ':';
        return isQemu || isDaemon && record.number(end + 7, end + 8) < 0;
    }

    @Override
    public RecordReader reader(LogContext context) {
        return new DomainLogReader(context);
    }
}

package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;

/** The log of libvirtd and of the daemons that replace it, such as virtqemud. */
public final class LibvirtFormat implements LogFormat {
    @Override
    public String id() {
        return "libvirt";
    }

    @Override
    public RecordStart start() {
        return LibvirtLine.START;
    }

    @Override
    public boolean isUniversal() {
        return true;
    }

    @Override
    public boolean isAt(RawRecord record) {
        return new LibvirtLine().read(record);
    }

    @Override
    public RecordReader reader(LogContext context) {
        return new LibvirtReader(context);
    }
}

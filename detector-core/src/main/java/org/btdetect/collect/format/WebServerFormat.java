package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;

/** The access logs of web servers that run the REST services: uWSGI's own lines, and those of Apache and the like. */
public final class WebServerFormat implements LogFormat {
    @Override
    public String id() {
        return "web-server";
    }

    @Override
    public RecordStart start() {
        return RecordStart.EVERY_LINE;
    }

    @Override
    public boolean isUniversal() {
        return false;
    }

    @Override
    public boolean isAt(RawRecord record) {
        return WebServerReader.isRequest(record);
    }

    @Override
    public RecordReader reader(LogContext context) {
        return new WebServerReader(context);
    }
}

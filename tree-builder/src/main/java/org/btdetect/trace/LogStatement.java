package org.btdetect.trace;

import org.btdetect.keyword.Template;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;

/** A statement that writes a record, as the sources have it. */
record LogStatement(TracePointKind kind, TracePoint.Channel channel, Template template, TracePoint.Origin origin) {}

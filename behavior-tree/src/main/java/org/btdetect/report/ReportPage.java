package org.btdetect.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Makes the page of a report. */
public final class ReportPage {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReportPage() {}

    /** Returns the page: one HTML document with everything in it. */
    public static String of(ReportInput input) {
        String name = input.library().index().provenance().name();
        return part("report.html")
                .replace("/*STYLE*/", part("report.css"))
                .replace("/*SCRIPT*/", part("report.js"))
                .replace("<!--TITLE-->", escaped("BTDetect: " + name))
                .replace("<!--DATA-->", packed(MAPPER.writeValueAsBytes(new ReportData(input).all())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Base64 has no character that means anything in HTML. */
    private static String packed(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String part(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

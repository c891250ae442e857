package org.btdetect.cli;

import org.btdetect.tree.Layer;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours for a terminal, or none. */
final class Colours {
    private final boolean enabled;

    Colours(boolean enabled) {
        this.enabled = enabled;
    }

    String layer(Layer layer, String text) {
        return styled(
                text,
                switch (layer) {
                    case USER -> Style.bold;
                    case API -> Style.fg_blue;
                    case CONDUCTOR, SCHEDULER -> Style.fg_magenta;
                    case COMPUTE -> Style.fg_green;
                    case LIBVIRT -> Style.fg_yellow;
                    case QEMU, GUEST -> Style.fg_red;
                    case IMAGE -> Style.fg_cyan;
                });
    }

    String strong(String text) {
        return styled(text, Style.bold);
    }

    String faint(String text) {
        return styled(text, Style.faint);
    }

    /** Ends in a reset: what switches bold off alone is a double underline to some terminals. */
    private String styled(String text, IStyle style) {
        return enabled && !text.isEmpty() ? style.on() + text + Style.reset.on() : text;
    }
}

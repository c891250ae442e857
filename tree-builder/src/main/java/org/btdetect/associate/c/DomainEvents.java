package org.btdetect.associate.c;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.btdetect.resolve.c.CBoundary;
import org.btdetect.resolve.c.CCall;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.RootKind;

/**
 * Events that libvirt reports to whoever registered for them: {@code virDomainEventLifecycleNewFromObj} makes one of the kind
 * {@code lifecycle}. What the receiver does is a tree of its own, of the name that the tree ends with here.
 */
public final class DomainEvents implements CBoundary {

    private static final Pattern CONSTRUCTOR =
            Pattern.compile("virDomainEvent([A-Z]\\w*?)New(From(Obj|Dom|Def|Domain))?");
    private static final String CONSTANT = "VIR_DOMAIN_EVENT_";

    @Override
    public boolean handles(String function) {
        return CONSTRUCTOR.matcher(function).matches();
    }

    @Override
    public Crossing cross(CCall call) {
        Matcher constructor = CONSTRUCTOR.matcher(call.callee());
        if (!constructor.matches()) {
            return Crossing.NOTHING;
        }
        String name = RootKind.EVENT.id() + ":" + hyphenated(constructor.group(1));
        String arguments = call.texts().stream()
                .filter(text -> text.startsWith(CONSTANT))
                .map(text -> text.substring(CONSTANT.length()).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        Link link = Link.exact(EdgeKind.CALLBACK, call.at(), call.callee());
        return Crossing.of(new Behavior.Operation(link, Layer.LIBVIRT, name, arguments, false));
    }

    private static String hyphenated(String event) {
        return event.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}

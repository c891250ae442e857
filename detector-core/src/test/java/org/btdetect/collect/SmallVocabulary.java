package org.btdetect.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.btdetect.collect.format.Vocabulary;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.PercentFormat;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/** A keyword library of a few statements, enough for the excerpts of these tests. */
final class SmallVocabulary {
    private SmallVocabulary() {}

    static Vocabulary create() {
        List<TracePoint> points = new ArrayList<>();
        nova(
                points,
                Layer.API,
                "nova.api.openstack.wsgi",
                "Resource._process_stack",
                "Action: '%(action)s', calling method: %(meth)s, body: %(body)s");
        nova(
                points,
                Layer.COMPUTE,
                "nova.virt.libvirt.driver",
                "LibvirtDriver._clean_shutdown",
                "Instance shutdown successfully after %d seconds.");
        nova(
                points,
                Layer.COMPUTE,
                "nova.virt.libvirt.driver",
                "LibvirtDriver._destroy",
                "Instance destroyed successfully.");
        nova(
                points,
                Layer.COMPUTE,
                "nova.compute.manager",
                "ComputeManager.terminate_instance",
                "Terminating instance");
        nova(
                points,
                Layer.COMPUTE,
                "nova.objects.instance",
                "Instance.obj_load_attr",
                "Lazy-loading '%(attr)s' on %(name)s uuid %(uuid)s");
        libvirt(points, TracePointKind.LOG_STATEMENT, "qemuProcessKill", "vm=%p name=%s pid=%lld flags=0x%x", true);
        libvirt(
                points,
                TracePointKind.LOG_STATEMENT,
                "virEventPollRunOnce",
                "running default event implementation",
                false);
        libvirt(points, TracePointKind.API_CALL, "virDomainDestroy", "dom=%p, (VM: name=%s, uuid=%s)", true);
        return Vocabulary.of(new KeywordLibrary(points, Map.of()));
    }

    private static void nova(List<TracePoint> points, Layer layer, String logger, String function, String format) {
        points.add(new TracePoint(
                "n" + points.size(),
                TracePointKind.LOG_STATEMENT,
                new TracePoint.Channel(LogSource.NOVA_LOG, Level.INFO, logger),
                PercentFormat.parse(format, List.of()),
                new TracePoint.Origin(new Place("nova", logger.replace('.', '/') + ".py", points.size() + 1), function),
                Set.of(layer)));
    }

    private static void libvirt(
            List<TracePoint> points, TracePointKind kind, String function, String format, boolean isReached) {
        points.add(new TracePoint(
                "l" + points.size(),
                kind,
                new TracePoint.Channel(LogSource.LIBVIRT_LOG, Level.DEBUG, ""),
                PercentFormat.parse(format, List.of()),
                new TracePoint.Origin(new Place("libvirt", "src/a.c", points.size() + 1), function),
                isReached ? Set.of(Layer.LIBVIRT) : Set.of()));
    }
}

package org.btdetect.associate.c;

import org.btdetect.resolve.c.CBoundary;
import org.btdetect.resolve.c.CCall;

/**
 * The start of libvirt's drivers. It happens when a daemon starts and belongs to no operation; the code that would also start
 * them in a client that embeds a driver does not run in a deployment with daemons.
 */
public final class DaemonLifecycle implements CBoundary {

    private static final String START = "virStateInitialize";

    @Override
    public boolean handles(String function) {
        return function.equals(START);
    }

    @Override
    public Crossing cross(CCall call) {
        return Crossing.NOTHING;
    }
}

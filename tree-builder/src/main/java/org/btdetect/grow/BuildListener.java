package org.btdetect.grow;

/** Hears how a build goes on. */
@FunctionalInterface
public interface BuildListener {

    /** Something new has begun. */
    void stage(String what);
}

package org.btdetect.match;

import org.btdetect.tree.ActionName;
import org.btdetect.tree.RootKind;

/**
 * What an activity of the library may do, compiled.
 *
 * @param name the activity
 * @param kind what starts it
 * @param isReading whether it asks for something and is not meant to change anything
 * @param net the calls of the virtualization daemon's API that change something
 */
record Plan(ActionName name, RootKind kind, boolean isReading, EffectNet net) {}

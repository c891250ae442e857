package org.btdetect.associate.client;

import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Value;
import org.btdetect.tree.Place;
import org.btdetect.tree.client.ClientCall;

/** A command or method of a client, ready to be called. */
record ClientEntry(String client, ClientCall.Kind kind, String name, Place place, Value callee, Arguments arguments) {}

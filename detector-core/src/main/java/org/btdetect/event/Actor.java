package org.btdetect.event;

/**
 * Who did something; what the record does not tell is empty or {@link #UNTOLD}.
 *
 * @param user the cloud's user identifier
 * @param project the cloud's project identifier
 * @param address the client's network address
 * @param process the acting process
 * @param parent that process's parent
 * @param uid the effective user identifier of the acting process
 * @param loginUid the user identifier that the acting process's session logged in with; {@link #UNTOLD} if it has none
 * @param command the acting process's name, at most 15 characters and set by itself
 * @param program the path of the program that it executes
 */
public record Actor(
        String user,
        String project,
        String address,
        long process,
        long parent,
        long uid,
        long loginUid,
        String command,
        String program) {
    /** A number that the record does not tell. */
    public static final long UNTOLD = -1;

    /** Nothing is told of who did it. */
    public static final Actor NONE = new Actor("", "", "", UNTOLD, UNTOLD, UNTOLD, UNTOLD, "", "");

    /** Returns the cloud user of a project as an actor. */
    public static Actor user(String user, String project) {
        return new Actor(user, project, "", UNTOLD, UNTOLD, UNTOLD, UNTOLD, "", "");
    }
}

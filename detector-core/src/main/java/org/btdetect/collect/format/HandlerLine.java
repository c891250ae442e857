package org.btdetect.collect.format;

/**
 * The message by which the REST framework names the handler of a request: {@code Action: 'A', calling method: M, body: B},
 * or {@code Calling method 'M'} where the request has no body. It is masked as a whole before it is logged, so that no
 * template tells its parts.
 *
 * @param action the action's key, empty if the message is none of these
 * @param method the handler as the framework prints it
 * @param body the request's body
 */
record HandlerLine(String action, String method, String body) {
    static final HandlerLine NONE = new HandlerLine("", "", "");

    private static final String ACTION = "Action: '";
    private static final String METHOD = "', calling method: ";
    private static final String BODY = ", body: ";
    private static final String CALLING = "Calling method '";

    static HandlerLine of(String message) {
        if (message.startsWith(CALLING) && message.endsWith("'") && message.length() > CALLING.length()) {
            String method = message.substring(CALLING.length(), message.length() - 1);
            return new HandlerLine(name(method), method, "");
        }
        int method = message.startsWith(ACTION) ? message.indexOf(METHOD, ACTION.length()) : -1;
        int body = method < 0 ? -1 : message.indexOf(BODY, method + METHOD.length());
        if (body < 0) {
            return NONE;
        }
        String action = message.substring(ACTION.length(), method);
        String content = message.substring(body + BODY.length());
        return new HandlerLine(
                ActionKey.of(action, content), message.substring(method + METHOD.length(), body), content);
    }

    /** {@code <bound method ServersController.delete of <...>>}: the method's own name. */
    private static String name(String method) {
        int of = method.indexOf(" of ");
        int point = of < 0 ? -1 : method.lastIndexOf('.', of);
        return point < 0 ? "" : method.substring(point + 1, of);
    }
}

package org.btdetect.report;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine's Chromium without a window, driven through its own protocol; the test is skipped where there is none. */
final class HeadlessChromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://127.0.0.1:(\\d+)/");
    private static final Pattern PAGE = Pattern.compile("\"webSocketDebuggerUrl\": \"(ws://[^\"]+/page/[^\"]+)\"");
    private static final int SECONDS = 120;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private int calls;

    private HeadlessChromium(Process process, Path profile, int port) throws Exception {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(page(port)), new Listener())
                .get(SECONDS, TimeUnit.SECONDS);
    }

    static HeadlessChromium start() throws Exception {
        Path program = installed().orElseGet(() -> abort("no Chromium on this machine: the page is not looked at"));
        Path profile = Files.createTempDirectory("btdetect-chromium");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--window-size=1500,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                return new HeadlessChromium(process, profile, Integer.parseInt(matcher.group(1)));
            }
        }
        return abort("Chromium does not start here: the page is not looked at");
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String page(int port) throws Exception {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .build();
        for (int attempt = 0; attempt < SECONDS; attempt++) {
            String body = HttpClient.newHttpClient()
                    .send(list, HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher matcher = PAGE.matcher(body);
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(1000);
        }
        throw new IOException("Chromium shows no page");
    }

    /** Opens a page and waits until it says that it is ready. */
    void open(URI page) throws Exception {
        send("Page.navigate", Map.of("url", page.toString()));
        for (int attempt = 0; attempt < 10 * SECONDS; attempt++) {
            if (eval("document.body && document.body.dataset.ready || ''").equals("true")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("the page is not ready: " + eval("document.body ? document.body.innerText : ''"));
    }

    /** What an expression gives in the page, as text. */
    String eval(String expression) throws Exception {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", "String(" + expression + ")", "returnByValue", true));
        JsonNode failure = answer.path("exceptionDetails");
        if (!failure.isMissingNode()) {
            throw new IOException(failure.toString());
        }
        return answer.path("result").path("value").asString("");
    }

    /** Types text, or one key such as {@code ArrowDown}. */
    void press(String... keys) throws Exception {
        for (String key : keys) {
            Map<String, Object> down = key.length() == 1
                    ? Map.of("type", "keyDown", "key", key, "text", key)
                    : Map.of("type", "keyDown", "key", key);
            send("Input.dispatchKeyEvent", down);
            send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
        }
    }

    private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int id = ++calls;
        String text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(text, true).get(SECONDS, TimeUnit.SECONDS);
        while (true) {
            JsonNode answer = answers.poll(SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IOException("no answer to " + method);
            }
            if (answer.path("id").asInt(-1) == id) {
                return answer.path("result");
            }
        }
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        process.destroy();
        process.waitFor(SECONDS, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                answers.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }
    }
}

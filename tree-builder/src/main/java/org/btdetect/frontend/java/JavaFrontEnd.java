package org.btdetect.frontend.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.btdetect.program.Position;
import org.btdetect.program.Problem;

/** Reads Java files of any version up to 17. Not thread-safe. */
public final class JavaFrontEnd {

    private static final int DEEPEST = 400;

    private final JavaParser parser =
            new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));

    /** What was read of a file: its types, nested ones too, and what could not be read. */
    public record Parsed(List<JavaType> types, List<Problem> problems) {
        public Parsed {
            types = List.copyOf(types);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a file.
     *
     * @param file its path relative to the component's root, for messages
     */
    public Parsed parse(String file, String text) {
        if (nesting(text) > DEEPEST) {
            return new Parsed(List.of(), List.of(new Problem(file, new Position(1, 1), "brackets nest too deeply")));
        }
        ParseResult<CompilationUnit> result = parser.parse(text);
        List<Problem> problems = result.getProblems().stream()
                .map(problem -> new Problem(
                        file,
                        problem.getLocation()
                                .flatMap(range -> range.getBegin().getRange())
                                .map(range -> new Position(range.begin.line, range.begin.column))
                                .orElse(new Position(1, 1)),
                        problem.getMessage()))
                .toList();
        List<JavaType> types = result.getResult().stream()
                .flatMap(unit -> unit.findAll(ClassOrInterfaceDeclaration.class).stream())
                .map(type -> type(file, type))
                .toList();
        return new Parsed(types, problems);
    }

    /** The parser recurses along brackets: how deep they nest is known before. */
    private static int nesting(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }

    private static JavaType type(String file, ClassOrInterfaceDeclaration type) {
        List<String> supertypes = Stream.concat(type.getExtendedTypes().stream(), type.getImplementedTypes().stream())
                .map(ClassOrInterfaceType::getNameAsString)
                .toList();
        return new JavaType(
                file,
                type.getNameAsString(),
                line(type.getName()),
                type.isInterface(),
                supertypes,
                annotations(type),
                type.getMethods().stream()
                        .map(method -> method(method, type.isInterface()))
                        .toList());
    }

    private static JavaType.Method method(MethodDeclaration method, boolean ofInterface) {
        Map<String, JavaExpression> variables = new TreeMap<>();
        for (VariableDeclarator variable : method.findAll(VariableDeclarator.class)) {
            variable.getInitializer()
                    .ifPresent(value -> variables.put(variable.getNameAsString(), JavaExpressions.of(value)));
        }
        List<JavaExpression.Call> calls = new ArrayList<>();
        for (MethodCallExpr call : method.findAll(MethodCallExpr.class)) {
            calls.add(JavaExpressions.call(call));
        }
        return new JavaType.Method(
                method.getNameAsString(),
                line(method.getName()),
                ofInterface || method.isPublic(),
                method.getParameters().stream().map(Parameter::getNameAsString).toList(),
                annotations(method),
                variables,
                calls,
                method.findAll(ReturnStmt.class).stream()
                        .flatMap(result -> returned(result).stream())
                        .toList());
    }

    private static Optional<JavaType.Returned> returned(ReturnStmt result) {
        String label = result.findAncestor(SwitchEntry.class)
                .flatMap(entry -> entry.getLabels().stream().findFirst())
                .map(Node::toString)
                .orElse("");
        return result.getExpression().map(value -> new JavaType.Returned(label, JavaExpressions.of(value)));
    }

    private static List<JavaType.Annotation> annotations(NodeWithAnnotations<?> node) {
        return node.getAnnotations().stream()
                .map(annotation -> new JavaType.Annotation(annotation.getNameAsString(), value(annotation)))
                .toList();
    }

    private static String value(AnnotationExpr annotation) {
        Optional<JavaExpression> value = Optional.empty();
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            value = Optional.of(JavaExpressions.of(single.getMemberValue()));
        } else if (annotation instanceof NormalAnnotationExpr normal) {
            value = normal.getPairs().stream()
                    .filter(pair -> pair.getNameAsString().equals("value"))
                    .map(pair -> JavaExpressions.of(pair.getValue()))
                    .findFirst();
        }
        return value.map(found -> found instanceof JavaExpression.Text text
                        ? text.value()
                        : found instanceof JavaExpression.OfType type ? type.type() : "")
                .orElse("");
    }

    static int line(Node node) {
        return node.getRange().map(range -> range.begin.line).orElse(0);
    }
}

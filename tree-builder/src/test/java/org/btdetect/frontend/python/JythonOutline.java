package org.btdetect.frontend.python;

import java.util.ArrayList;
import java.util.List;
import org.python.antlr.PythonTree;
import org.python.antlr.Visitor;
import org.python.antlr.ast.Attribute;
import org.python.antlr.ast.Call;
import org.python.antlr.ast.ClassDef;
import org.python.antlr.ast.FunctionDef;
import org.python.antlr.ast.Name;
import org.python.antlr.ast.Subscript;
import org.python.antlr.base.expr;

/** What Jython's parser finds defined and called, in the terms of {@link ShapeOutline}. */
final class JythonOutline extends Visitor {
    private final List<String> rows = new ArrayList<>();
    private String scope = "";

    static List<String> of(PythonTree module) throws Exception {
        JythonOutline outline = new JythonOutline();
        outline.visit(module);
        return outline.rows;
    }

    @Override
    public Object visitFunctionDef(FunctionDef node) throws Exception {
        each(node.getInternalDecorator_list());
        visit(node.getInternalArgs());
        inside("function", node.getInternalName(), node.getInternalBody());
        return node;
    }

    @Override
    public Object visitClassDef(ClassDef node) throws Exception {
        each(node.getInternalDecorator_list());
        each(node.getInternalBases());
        inside("class", node.getInternalName(), node.getInternalBody());
        return node;
    }

    private void inside(String kind, String name, List<? extends PythonTree> body) throws Exception {
        String outer = scope;
        scope = outer.isEmpty() ? name : outer + "." + name;
        rows.add(kind + " " + scope);
        each(body);
        scope = outer;
    }

    private void each(List<? extends PythonTree> nodes) throws Exception {
        for (PythonTree node : nodes) {
            visit(node);
        }
    }

    @Override
    public Object visitCall(Call node) throws Exception {
        rows.add("call " + scope + " " + shape(node.getInternalFunc()));
        traverse(node);
        return node;
    }

    private static String shape(expr callee) {
        if (callee instanceof Name name) {
            return name.getInternalId();
        }
        if (callee instanceof Attribute attribute) {
            return shape(attribute.getInternalValue()) + "." + attribute.getInternalAttr();
        }
        if (callee instanceof Call call) {
            return shape(call.getInternalFunc()) + "()";
        }
        if (callee instanceof Subscript subscript) {
            return shape(subscript.getInternalValue()) + "[]";
        }
        return "?";
    }
}

package org.btdetect.program;

/** A function over statements, one case for each shape; a missing case is a compile error. */
public interface StatementVisitor<R> {

    R visitExpressionStatement(Statement.ExpressionStatement expressionStatement);

    R visitAssign(Statement.Assign assign);

    R visitAugmentedAssign(Statement.AugmentedAssign augmentedAssign);

    R visitAnnotatedAssign(Statement.AnnotatedAssign annotatedAssign);

    R visitDeclaration(Statement.Declaration declaration);

    R visitIf(Statement.If branch);

    R visitWhile(Statement.While loop);

    R visitDoWhile(Statement.DoWhile doWhile);

    R visitForEach(Statement.ForEach forEach);

    R visitFor(Statement.For loop);

    R visitMacroBlock(Statement.MacroBlock macroBlock);

    R visitSwitch(Statement.Switch choice);

    R visitMatch(Statement.Match match);

    R visitTry(Statement.Try attempt);

    R visitWith(Statement.With with);

    R visitReturn(Statement.Return exit);

    R visitRaise(Statement.Raise raise);

    R visitBreak(Statement.Break exit);

    R visitContinue(Statement.Continue exit);

    R visitPass(Statement.Pass nothing);

    R visitGoto(Statement.Goto jump);

    R visitLabel(Statement.Label label);

    R visitDelete(Statement.Delete delete);

    R visitScope(Statement.Scope scope);

    R visitAssert(Statement.Assert assertion);

    R visitImport(Statement.Import imported);

    R visitImportFrom(Statement.ImportFrom importFrom);

    R visitFunctionDefinition(Statement.FunctionDefinition functionDefinition);

    R visitClassDefinition(Statement.ClassDefinition classDefinition);

    R visitPrint(Statement.Print print);

    R visitExec(Statement.Exec exec);
}

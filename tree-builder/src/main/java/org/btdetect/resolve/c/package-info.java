/**
 * Abstract interpretation of C: which operations a function may perform for given arguments, as behaviour terms.
 *
 * <p>The method, from the outside in:
 *
 * <ol>
 *   <li>{@link Reach} finds over names alone what can lead to a boundary operation at all; nothing else is interpreted.
 *   <li>{@link CEngine} interprets each needed pair of a function and its deciding arguments once; calls refer to such pairs.
 *   <li>{@link FunctionBody} runs a body's segments between labels, {@link Execution} its statements, {@link Loops} and
 *       {@link Switches} theirs; a way out that returns an error value marks what is done on it as failure ({@link Exits}).
 *   <li>{@link Evaluation} gives expressions values of the domain {@link CValue}: small sets of integers, strings, functions
 *       and tables, or known bits; {@link Refinement} learns from conditions.
 *   <li>{@link Calls} resolves callees: names by scope, macros by expansion, function pointers by their value, and else by the
 *       struct type and member that they are read from ({@link Members}).
 * </ol>
 *
 * <p>Control flow is over-approximated, calls that cannot be resolved stay in the result. What is not modelled: memory
 * behind pointers (a value stored through one is unknown when read back, save for tables of functions), and functions that
 * run because an event arrives later.
 *
 * <p>It never reads files, and knows no boundary by name: those are given to it.
 */
@NullMarked
package org.btdetect.resolve.c;

import org.jspecify.annotations.NullMarked;

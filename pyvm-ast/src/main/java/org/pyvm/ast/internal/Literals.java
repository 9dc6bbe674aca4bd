package org.pyvm.ast.internal;

import org.pyvm.ast.CharacterNames;
import org.pyvm.parser.Parser;
import org.pyvm.tokenizer.Tokenizer;

/** What reading a literal needs besides its text: f-strings hold expressions, strings hold names of characters. */
public record Literals(Tokenizer tokenizer, Parser parser, CharacterNames names) {}

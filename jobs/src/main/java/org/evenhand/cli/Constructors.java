package org.evenhand.cli;

import picocli.CommandLine;

/**
 * Makes commands by their constructors. Picocli's own factory first looks for Groovy on the whole
 * class path, which opens every jar: half the time of {@code --help}.
 */
final class Constructors implements CommandLine.IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type.isInterface() || type.getName().startsWith("java.")
        ? CommandLine.defaultFactory().create(type)
        : type.getDeclaredConstructor().newInstance();
  }
}

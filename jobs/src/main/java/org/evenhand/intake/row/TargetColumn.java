package org.evenhand.intake.row;

import java.io.Serializable;
import org.evenhand.schema.ColumnType;

/** A bronze column and where it comes from. */
record TargetColumn(String name, ColumnType type, ColumnSource source) implements Serializable {}

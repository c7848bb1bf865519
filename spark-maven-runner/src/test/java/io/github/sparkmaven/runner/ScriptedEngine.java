/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.util.function.BiConsumer;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** An engine that knows no classes: its tests stand directly below it, and do as they are told. */
final class ScriptedEngine implements TestEngine {
  private final String id;
  private final BiConsumer<EngineExecutionListener, TestDescriptor> script;
  private final String[] tests;

  ScriptedEngine(
      String id, BiConsumer<EngineExecutionListener, TestDescriptor> script, String... tests) {
    this.id = id;
    this.script = script;
    this.tests = tests;
  }

  static String idOf(String engine, String test) {
    return UniqueId.forEngine(engine).append("test", test).toString();
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    EngineDescriptor engine = new EngineDescriptor(uniqueId, id);
    for (String test : tests) {
      engine.addChild(new Leaf(uniqueId.append("test", test), test));
    }
    return engine;
  }

  @Override
  public void execute(ExecutionRequest request) {
    script.accept(request.getEngineExecutionListener(), request.getRootTestDescriptor());
  }

  private static final class Leaf extends AbstractTestDescriptor {
    Leaf(UniqueId uniqueId, String name) {
      super(uniqueId, name);
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }
  }
}

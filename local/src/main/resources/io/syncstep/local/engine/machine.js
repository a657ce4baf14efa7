// Runs state machines, several at the same time: takes messages from Java, and sends Java what the interpreter does. Each
// execution has a number, `run`, that its messages carry.
(function (syncstep) {
  'use strict';

  const { StateMachine } = syncstep.load('aws-local-stepfunctions');
  const { JSONPath } = syncstep.load('jsonpath-plus');

  let lastTask = 0;
  const tasks = new Map();

  function statesOf(machine) {
    return Object.entries(machine.States).flatMap(([name, state]) => [
      [name, state],
      ...[...(state.Branches ?? []), state.ItemProcessor, state.Iterator].filter(Boolean).flatMap(statesOf),
    ]);
  }

  function handlerOf(run, name, resource) {
    return (input) => {
      const task = ++lastTask;
      const answer = Promise.withResolvers();
      tasks.set(task, answer);
      syncstep.send({ run, type: 'call', task, state: name, resource, input });
      return answer.promise;
    };
  }

  function taskError({ error, cause, terminal }) {
    const failure = new Error(cause);
    failure.name = error;
    // What AWS ends the execution for, whatever Retry and Catch say.
    if (terminal) Object.assign(failure, { isRetryable: false, isCatchable: false });
    return failure;
  }

  function waitSeconds(state, input) {
    const query = (path) => JSONPath({ path, json: input, wrap: false });
    const until = (timestamp) => Math.max(0, (new Date(timestamp).getTime() - Date.now()) / 1000);
    if (state.Seconds !== undefined) return state.Seconds;
    if (state.SecondsPath !== undefined) return query(state.SecondsPath);
    return until(state.Timestamp ?? query(state.TimestampPath));
  }

  function tell(run, event, states) {
    const { name, type, input, output } = event.state ?? {};
    switch (event.type) {
      case 'StateEntered':
        const wait = type === 'Wait' ? waitSeconds(states.get(name), input) : undefined;
        return syncstep.send({ run, type: 'entered', state: name, stateType: type, data: input, wait });
      case 'StateExited':
        return syncstep.send({ run, type: 'exited', state: name, stateType: type, data: output });
      case 'StateRetried':
        return syncstep.send({ run, type: 'retried', state: name });
      case 'MapIterationStarted':
      case 'MapIterationSucceeded':
      case 'MapIterationFailed':
        return syncstep.send({ run, type: 'iterated' });
    }
  }

  function failed(error) {
    if (error.name === 'ExecutionTimeoutError') return { type: 'timedOut' };
    const reason = error.cause ?? error;
    // JavaScript's own errors are the interpreter's trouble with the data, which AWS calls States.Runtime.
    const native = [TypeError, RangeError, SyntaxError].some((kind) => reason instanceof kind);
    return { type: 'failed', error: native ? 'States.Runtime' : reason.name, cause: reason.message };
  }

  function start({ run, definition, input, context, mostStates }) {
    const states = new Map(statesOf(definition));
    const handlers = [...states].filter(([, state]) => state.Type === 'Task');
    const execution = new StateMachine(definition).run(input, {
      context,
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(
          handlers.map(([name, state]) => [name, handlerOf(run, name, state.Resource)]),
        ),
      },
    });
    const told = (async () => {
      let entered = 0;
      for await (const event of execution.eventLogs) {
        tell(run, event, states);
        // States that neither wait nor call go on without giving Java a turn, in a circle for ever.
        if (event.type === 'StateEntered' && ++entered > mostStates) execution.abort();
      }
    })();
    // The end is sent after the last event, so that Java has counted them all.
    execution.result.then(
      (output) => told.then(() => syncstep.send({ run, type: 'succeeded', output })),
      (error) => told.then(() => syncstep.send({ run, ...failed(error) })),
    );
  }

  function answer({ task, result, failure }) {
    const waiting = tasks.get(task);
    tasks.delete(task);
    if (failure) waiting?.reject(taskError(failure));
    else waiting?.resolve(result);
  }

  syncstep.receive = (text) => {
    const message = JSON.parse(text);
    syncstep.setNow(message.now);
    switch (message.type) {
      case 'start':
        return start(message);
      case 'fire':
        return syncstep.fire(message.timer);
      case 'answer':
        return answer(message);
    }
  };
})(globalThis.syncstep);

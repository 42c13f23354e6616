#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// A program behind a pseudo-terminal, as the foreground job of a shell that does nothing else: it can be stopped,
/// continued and hung up.
struct pseudo_terminal {
  /// Our end, non-blocking.
  int32_t master;
  /// The program's end, kept open so that the terminal's modes can be read after the program is gone.
  int32_t slave;
  /// The process that plays the shell.
  pid_t shell;
  pid_t program;
  /// Where the shell tells the program's wait status.
  int32_t status_pipe;
  /// The terminal's modes before the program began, as from pseudo_terminal_modes.
  uint64_t modes_before;
};

/// Opens a terminal of a size and starts a program in it. `arguments` and `environment` end in NULL.
/// With `deaf_shell`, nobody passes the signal on when the terminal goes away. 0, or -1 with errno.
int32_t pseudo_terminal_start(struct pseudo_terminal *terminal, int32_t rows, int32_t columns, const char *path,
                              char *const *arguments, char *const *environment, bool deaf_shell);

/// Gives the terminal another size; the kernel tells the program.
int32_t pseudo_terminal_resize(int32_t master, int32_t rows, int32_t columns);

/// A number that differs when the terminal's modes differ.
uint64_t pseudo_terminal_modes(int32_t slave);

/// True when the program is gone: `status` is then as from waitpid. Does not wait.
bool pseudo_terminal_ended(struct pseudo_terminal *terminal, int32_t *status);

/// True when the program is stopped.
bool pseudo_terminal_stopped(pid_t program);

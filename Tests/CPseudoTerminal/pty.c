#define _GNU_SOURCE

#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static bool deaf;
static pid_t job;

static void pass_on_hangup(int number) {
  if (!deaf) {
    kill(-job, number);
    kill(-job, SIGCONT);
    _exit(129);
  }
}

// The program's process: its own group, in the foreground, with default signals.
static _Noreturn void become_program(int slave, const char *path, char *const *arguments, char *const *environment) {
  setpgid(0, 0);
  tcsetpgrp(slave, getpid());
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(slave, descriptor);
  close_range(3, ~0u, 0);
  execve(path, arguments, environment);
  _exit(127);
}

// The shell's process; only async-signal-safe calls, as other threads were running at the fork.
static _Noreturn void become_shell(int slave, int pipe_end, const char *path, char *const *arguments,
                                   char *const *environment) {
  setsid();
  ioctl(slave, TIOCSCTTY, 0);
  signal(SIGTTOU, SIG_IGN);
  job = fork();
  if (job == 0) become_program(slave, path, arguments, environment);
  signal(SIGHUP, pass_on_hangup);
  // Other tests' terminals must not be held open from here.
  dup2(pipe_end, 3);
  close_range(4, ~0u, 0);
  for (int descriptor = 0; descriptor < 3; descriptor++) close(descriptor);
  int status = 0;
  if (write(3, &job, sizeof job) < 0) _exit(1);
  while (waitpid(job, &status, 0) < 0 && errno == EINTR) {
  }
  if (write(3, &status, sizeof status) < 0) _exit(1);
  _exit(0);
}

int32_t pseudo_terminal_start(struct pseudo_terminal *terminal, int32_t rows, int32_t columns, const char *path,
                              char *const *arguments, char *const *environment, bool deaf_shell) {
  char name[64];
  int ends[2];
  terminal->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (terminal->master < 0 || grantpt(terminal->master) || unlockpt(terminal->master) ||
      ptsname_r(terminal->master, name, sizeof name))
    return -1;
  terminal->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal->slave < 0 || pipe2(ends, O_CLOEXEC)) return -1;
  pseudo_terminal_resize(terminal->master, rows, columns);
  terminal->modes_before = pseudo_terminal_modes(terminal->slave);
  terminal->shell = fork();
  if (terminal->shell < 0) return -1;
  if (terminal->shell == 0) {
    deaf = deaf_shell;
    become_shell(terminal->slave, ends[1], path, arguments, environment);
  }
  close(ends[1]);
  terminal->status_pipe = ends[0];
  if (read(ends[0], &terminal->program, sizeof terminal->program) != sizeof terminal->program) return -1;
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return 0;
}

int32_t pseudo_terminal_resize(int32_t master, int32_t rows, int32_t columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

uint64_t pseudo_terminal_modes(int32_t slave) {
  struct termios modes;
  memset(&modes, 0, sizeof modes);
  if (tcgetattr(slave, &modes)) return 0;
  // FNV-1a over the fields; the structure has padding.
  uint64_t hash = 14695981039346656037ull;
  tcflag_t flags[] = {modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag};
  const uint8_t *parts[] = {(const uint8_t *)flags, modes.c_cc};
  size_t sizes[] = {sizeof flags, sizeof modes.c_cc};
  for (int part = 0; part < 2; part++)
    for (size_t i = 0; i < sizes[part]; i++) hash = (hash ^ parts[part][i]) * 1099511628211ull;
  return hash;
}

bool pseudo_terminal_ended(struct pseudo_terminal *terminal, int32_t *status) {
  ssize_t count = read(terminal->status_pipe, status, sizeof *status);
  if (count < 0) return false;
  // A shell killed with its terminal tells nothing: then the program counts as gone when no such process is left.
  if (count == 0) {
    if (kill(terminal->program, 0) == 0) return false;
    *status = 0;
  }
  waitpid(terminal->shell, NULL, 0);
  return true;
}

bool pseudo_terminal_stopped(pid_t program) {
  char path[64], line[512] = "";
  snprintf(path, sizeof path, "/proc/%d/stat", program);
  FILE *file = fopen(path, "re");
  if (!file) return false;
  bool read = fgets(line, sizeof line, file) != NULL;
  fclose(file);
  const char *end = read ? strrchr(line, ')') : NULL;
  return end && end[1] == ' ' && end[2] == 'T';
}

#define _GNU_SOURCE

#include "CTerminalRescue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

enum { RESTORE_BYTES_MAX = 256, HANDLER_STACK_BYTES = 64 * 1024 };

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
static const int loop_signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static int terminal = -1;
static int screen = -1;
static struct termios modes_before;
static uint8_t restore_bytes[RESTORE_BYTES_MAX];
static volatile size_t restore_count;
static atomic_bool screen_owned;

static int signal_pipe[2] = {-1, -1};
static atomic_ullong signals_seen;
static atomic_int ending_signal;

// -- The terminal ------------------------------------------------------------

static void restore_at_exit(void) { rescue_restore_terminal(); }

bool rescue_remember_terminal(int32_t input, int32_t output) {
  static bool registered;
  if (tcgetattr(input, &modes_before) != 0) return false;
  terminal = input;
  screen = output;
  if (!registered) {
    registered = true;
    atexit(restore_at_exit);
  }
  return true;
}

void rescue_set_bytes(const uint8_t *bytes, size_t count) {
  restore_count = 0;
  if (count > RESTORE_BYTES_MAX) count = RESTORE_BYTES_MAX;
  memcpy(restore_bytes, bytes, count);
  restore_count = count;
}

void rescue_own_screen(bool owned) { atomic_store(&screen_owned, owned); }

static bool in_background(void) {
  pid_t front = tcgetpgrp(terminal);
  return front > 0 && front != getpgrp();
}

void rescue_restore_modes(void) {
  atomic_store(&screen_owned, false);
  if (terminal >= 0 && !in_background()) tcsetattr(terminal, TCSANOW, &modes_before);
}

void rescue_restore_terminal(void) {
  if (!atomic_exchange(&screen_owned, false) || terminal < 0) return;
  // In the background the terminal is somebody else's by now, and was restored when it became so.
  if (in_background()) return;
  // A terminal nobody reads must not keep a crashed program alive. The flag belongs to all who share the terminal.
  int flags = fcntl(screen, F_GETFL);
  if (flags >= 0) fcntl(screen, F_SETFL, flags | O_NONBLOCK);
  size_t written = 0;
  while (written < restore_count) {
    ssize_t count = write(screen, restore_bytes + written, restore_count - written);
    if (count <= 0 && errno != EINTR) break;
    if (count > 0) written += (size_t)count;
  }
  if (flags >= 0) fcntl(screen, F_SETFL, flags);
  tcsetattr(terminal, TCSANOW, &modes_before);
}

// -- Crashes -----------------------------------------------------------------

static void handle_crash(int number) {
  rescue_restore_terminal();
  signal(number, SIG_DFL);
  raise(number);
}

void rescue_catch_crashes(void) {
  // A stack of its own, so that running out of stack is handled too.
  static uint8_t handler_stack[HANDLER_STACK_BYTES];
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < COUNT(crash_signals); i++) {
    struct sigaction action = {.sa_handler = handle_crash, .sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
    sigemptyset(&action.sa_mask);
    sigaction(crash_signals[i], &action, NULL);
  }
}

// -- Signals the loop answers --------------------------------------------------

static void wake_loop(int number) {
  int saved = errno;
  atomic_fetch_or(&signals_seen, 1ull << number);
  // A full pipe wakes the loop as well as a byte more would.
  if (write(signal_pipe[1], "", 1) < 0) errno = saved;
  if (number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT) {
    atomic_store(&ending_signal, number);
    alarm(RESCUE_PATIENCE_SECONDS);
  }
  errno = saved;
}

static void give_up_waiting(int number) {
  int ending = atomic_load(&ending_signal);
  handle_crash(ending ? ending : number);
}

static void set_action(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

int32_t rescue_catch_signals(void) {
  if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  atomic_store(&signals_seen, 0);
  atomic_store(&ending_signal, 0);
  set_action(SIGALRM, give_up_waiting, SA_NODEFER);
  for (size_t i = 0; i < COUNT(loop_signals); i++) set_action(loop_signals[i], wake_loop, SA_RESTART);
  return signal_pipe[0];
}

uint64_t rescue_take_signals(void) {
  uint8_t bytes[256];
  while (read(signal_pipe[0], bytes, sizeof bytes) > 0) {
  }
  return atomic_exchange(&signals_seen, 0);
}

void rescue_release_signals(void) {
  for (size_t i = 0; i < COUNT(loop_signals); i++) set_action(loop_signals[i], SIG_DFL, 0);
  alarm(0);
  set_action(SIGALRM, SIG_DFL, 0);
  for (int i = 0; i < 2; i++) {
    if (signal_pipe[i] >= 0) close(signal_pipe[i]);
    signal_pipe[i] = -1;
  }
}

bool rescue_wait_for_foreground(void) {
  while (in_background()) {
    if (atomic_load(&ending_signal)) return false;
    atomic_fetch_and(&signals_seen, ~(1ull << SIGCONT));
    raise(SIGTTOU);
    // Nobody stopped and continued us: we are an orphan, whose stops the kernel ignores, and the terminal is gone.
    if (!(atomic_load(&signals_seen) & (1ull << SIGCONT))) return false;
  }
  return true;
}

int32_t rescue_ending_signal(void) { return atomic_load(&ending_signal); }

void rescue_stop_self(void) {
  set_action(SIGTSTP, SIG_DFL, 0);
  raise(SIGTSTP);
  set_action(SIGTSTP, wake_loop, SA_RESTART);
}

_Noreturn void rescue_end_by(int32_t number) {
  rescue_restore_terminal();
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}

void rescue_limit_time(uint32_t seconds) { alarm(seconds); }

void rescue_lift_limit(void) { alarm(0); }

void rescue_forbid_dumps(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

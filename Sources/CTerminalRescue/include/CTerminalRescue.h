#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What must run inside signal handlers, where Swift must not: only async-signal-safe calls, nothing allocated.

/// Remembers a terminal's modes as they are now, and makes every way out of the process give them back: exit(), and the
/// signals of a crash. Modes are those of `input`; bytes go to `output`, as `input` may be open for reading only.
/// False with errno when `input` is not a terminal.
bool rescue_remember_terminal(int32_t input, int32_t output);

/// The bytes that bring the terminal's screen back (at most 256 are kept).
void rescue_set_bytes(const uint8_t *bytes, size_t count);

/// Says whether the screen is ours now. Nothing is restored while it is not.
void rescue_own_screen(bool owned);

/// Writes the bytes and sets the modes as remembered, unless another process group has the terminal. No effect while
/// the screen is not ours; afterwards it is not.
void rescue_restore_terminal(void);

/// Sets the modes as remembered after the screen was left in good order; the screen is not ours afterwards.
void rescue_restore_modes(void);

/// Stops while another process group has the terminal, as a program in the background does. False when a signal to end
/// came meanwhile, or the terminal is not to be had again.
bool rescue_wait_for_foreground(void);

/// The last signal to end that came, or 0.
int32_t rescue_ending_signal(void);

/// Handles crash signals (ILL, TRAP, SEGV, BUS, FPE, ABRT): the terminal is restored, then the signal is raised again
/// with its default action.
void rescue_catch_crashes(void);

/// Handles TERM, HUP, INT, QUIT, TSTP, CONT and WINCH by a pipe; answers the end to poll, or -1 with errno.
/// An ending signal that nobody takes within RESCUE_PATIENCE_SECONDS ends the process with the terminal restored.
int32_t rescue_catch_signals(void);

/// The signals that came since the last call, as bits (1 << number), and empties the pipe.
uint64_t rescue_take_signals(void);

/// Gives all handled signals their default action back and closes the pipe.
void rescue_release_signals(void);

/// Stops this process as Ctrl-Z does, and returns when it is continued.
void rescue_stop_self(void);

/// Ends the process by a signal's default action, so that whoever waits for it sees why.
_Noreturn void rescue_end_by(int32_t number);

/// Ends the process with the terminal restored when `seconds` pass before rescue_lift_limit: for writes to a terminal
/// that nobody reads.
void rescue_limit_time(uint32_t seconds);

/// Lifts the limit of rescue_limit_time and of an ending signal.
void rescue_lift_limit(void);

/// No core file and no tracing by others: memory holds names.
void rescue_forbid_dumps(void);

enum { RESCUE_PATIENCE_SECONDS = 3 };

#pragma once

#include <stdbool.h>
#include <stdint.h>

// The few things the house wants of ncurses, without curses.h: its macros, variadics and mutable globals cannot be
// imported, and its short names (`move`, `filter`, `timeout`) would fill ours. One screen per process.

/// What cnc_probe found.
enum cnc_terminal : int32_t {
  CNC_TERMINAL_USABLE = 0,
  /// There is no description of it.
  CNC_TERMINAL_UNKNOWN = 1,
  /// It cannot place the cursor or clear the screen.
  CNC_TERMINAL_DUMB = 2,
};

/// Attributes of a cell, as bits.
enum cnc_attribute : uint32_t {
  CNC_BOLD = 1,
  CNC_REVERSE = 2,
  CNC_UNDERLINE = 4,
  CNC_DIM = 8,
};

/// Takes LC_CTYPE from the environment, and only that category, so that numbers keep their point.
/// True when characters are UTF-8. Where the environment names a UTF-8 locale that is not installed, C.UTF-8 stands in.
bool cnc_take_locale(void);

/// Lets ncurses believe in UTF-8 where only ASCII will be sent: it then leaves out the repetition of characters, which
/// many terminals that call themselves xterm do not know. Before cnc_open.
void cnc_assume_utf8(void);

/// Reads the description of a terminal without touching it.
enum cnc_terminal cnc_probe(const char *term);

/// A string capability of the probed terminal without its padding, copied into `into` (a C string of at most `size`
/// bytes with its end). False when it has none.
bool cnc_capability(const char *name, char *into, int32_t size);

/// The colors the probed terminal can show: 0, 8, 16, 88, 256 and so on.
int32_t cnc_color_count(void);

/// True when the probed terminal draws box lines by an alternate character set.
bool cnc_draws_lines(void);

/// Opens the screen on standard input and output: no echo, keys at once, signal keys kept, flow control off.
/// False when it cannot be opened, or is open.
bool cnc_open(void);

/// Leaves the screen; cnc_resume comes back to it. False when it was not on the screen.
bool cnc_leave(void);

/// Comes back after cnc_leave with everything to be drawn anew.
void cnc_resume(void);

/// Leaves the screen and frees it.
void cnc_close(void);

/// Starts colors on the terminal's own background. False when it has none.
bool cnc_start_colors(void);

/// Defines a pair; -1 is the terminal's own color.
void cnc_define_pair(int16_t pair, int16_t foreground, int16_t background);

/// Tells ncurses the screen's new size; everything is to be drawn anew.
void cnc_resize(int32_t rows, int32_t columns);

/// Blanks the whole screen in memory.
void cnc_erase(void);

/// Makes the next update paint every cell, whatever the screen is believed to show.
void cnc_repaint(void);

/// Puts one character with up to two marks (0 for none) at a place.
void cnc_put(int32_t row, int32_t column, uint32_t base, uint32_t mark1, uint32_t mark2, uint32_t attributes,
             int16_t pair);

/// Puts one line-drawing character by its VT100 letter: `q` is a horizontal line.
void cnc_put_line(int32_t row, int32_t column, uint8_t letter, uint32_t attributes, int16_t pair);

/// The cells the C library gives a character, or -1 when it cannot be printed.
int32_t cnc_width(uint32_t scalar);

/// Shows or hides the hardware cursor.
void cnc_show_cursor(bool shown);

/// Places the hardware cursor and writes whatever changed, in one go.
void cnc_update(int32_t row, int32_t column);

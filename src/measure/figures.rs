//! The figures themselves.

/// The figures of a book, or of one of its chapters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Pages, blank ones included.
    pub pages: usize,
    /// Lines of running text.
    pub lines: usize,
    /// Justified ones among them.
    pub justified: usize,
    /// Word space of justified lines, relative to its natural width: mean.
    pub space_mean: f64,
    /// Standard deviation.
    pub space_sd: f64,
    /// 99th percentile.
    pub space_p99: f64,
    /// Smallest.
    pub space_min: f64,
    /// Largest.
    pub space_max: f64,
    /// How much narrower and wider than natural glyphs are drawn, at most, as shares of their width.
    pub glyph_width: (f64, f64),
    /// How much closer and further apart than natural letters stand, at most, as shares of the size.
    pub letter_space: (f64, f64),
    /// Lines with spaces more than half as wide again as natural.
    pub loose: usize,
    /// Lines with spaces narrower than three quarters of their natural width.
    pub tight: usize,
    /// Lines of quite another colour than the line above.
    pub class_jumps: usize,
    /// Lines that end in a hyphen we added.
    pub hyphens: usize,
    /// Places where three or more hyphens stand below each other.
    pub ladders: usize,
    /// Words divided at the foot of a recto.
    pub recto_foot_hyphens: usize,
    /// Lines that begin or end with the same word as the line above.
    pub stacks: usize,
    /// Lines wider than their measure.
    pub overfull: usize,
    /// Last lines narrower than two ems.
    pub runts: usize,
    /// Last lines alone at the head of a page.
    pub widows: usize,
    /// First lines alone at the foot of a page.
    pub orphans: usize,
    /// Headings at the foot of a page.
    pub headings_at_foot: usize,
    /// Facing full pages that end at different heights.
    pub uneven_spreads: usize,
    /// Spreads a line longer or shorter than the design's depth.
    pub spreads_off_depth: usize,
    /// Spreads with two full pages.
    pub spreads: usize,
    /// Lines of running text whose baseline is off the grid.
    pub off_grid: usize,
}

impl Figures {
    /// A count as a share of the lines of running text, in per cent.
    pub fn percent_of_lines(&self, count: usize) -> f64 {
        100.0 * count as f64 / self.lines.max(1) as f64
    }

    /// A count as a share of the justified lines, in per cent.
    pub fn percent_of_justified(&self, count: usize) -> f64 {
        100.0 * count as f64 / self.justified.max(1) as f64
    }

    /// Adds the counts of another; what is no count stays.
    pub(super) fn add(&mut self, more: &Figures) {
        self.lines += more.lines;
        self.class_jumps += more.class_jumps;
        self.hyphens += more.hyphens;
        self.ladders += more.ladders;
        self.recto_foot_hyphens += more.recto_foot_hyphens;
        self.stacks += more.stacks;
        self.overfull += more.overfull;
        self.runts += more.runts;
        self.widows += more.widows;
        self.orphans += more.orphans;
        self.headings_at_foot += more.headings_at_foot;
        self.off_grid += more.off_grid;
        self.uneven_spreads += more.uneven_spreads;
        self.spreads_off_depth += more.spreads_off_depth;
        self.spreads += more.spreads;
        let wider = |own: (f64, f64), more: (f64, f64)| (own.0.min(more.0), own.1.max(more.1));
        self.glyph_width = wider(self.glyph_width, more.glyph_width);
        self.letter_space = wider(self.letter_space, more.letter_space);
    }

    /// Fills in what follows from the word spaces of the justified lines.
    pub(super) fn of_spaces(mut self, mut spaces: Vec<f64>, pages: usize) -> Figures {
        spaces.sort_by(f64::total_cmp);
        let count = spaces.len();
        self.pages = pages;
        self.justified = count;
        if count > 0 {
            let mean = spaces.iter().sum::<f64>() / count as f64;
            let variance = spaces.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / count as f64;
            self.space_mean = mean;
            self.space_sd = variance.sqrt();
            self.space_p99 = spaces[(count * 99 / 100).min(count - 1)];
            self.space_min = spaces[0];
            self.space_max = spaces[count - 1];
            self.loose = spaces.iter().filter(|space| **space > super::LOOSE).count();
            self.tight = spaces.iter().filter(|space| **space < super::TIGHT).count();
        }
        self
    }
}

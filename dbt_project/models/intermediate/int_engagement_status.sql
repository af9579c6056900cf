with claims as (
    select
        engagement_key,
        status,
        coalesce(published_latest, date '0001-01-01') as reported_on,
        list_position(['occurred', 'ongoing', 'not_occurred', 'planned', 'proposed'], status) as precedence,
        bool_or(status in ('occurred', 'ongoing')) over (partition by engagement_key) as is_told_as_fact
    from {{ ref('int_claim') }}
)

-- The latest report decides and, of one day's reports, the furthest along. A denial counts only where nobody tells
-- the engagement as a fact. An undated article is taken for the earliest.
select
    engagement_key,
    status
from claims
where status != 'not_occurred' or not is_told_as_fact
qualify row_number() over (partition by engagement_key order by reported_on desc, precedence asc) = 1

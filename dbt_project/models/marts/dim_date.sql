with told as (
    select unnest([published_earliest, published_latest]) as date_day from {{ ref('dim_article') }}
    union all
    select
        unnest([
            started_earliest, started_latest, ended_earliest, ended_latest, first_reported_on, last_reported_on
        ]) as date_day
    from {{ ref('fct_engagement') }}
),

span as (
    select
        date_trunc('year', min(date_day)) as first_day,
        date_trunc('year', max(date_day)) + interval 1 year - interval 1 day as last_day
    from told
),

days as (
    select unnest(generate_series(first_day::timestamp, last_day::timestamp, interval 1 day))::date as date_day
    from span
)

select
    date_day,
    year(date_day) as year,
    quarter(date_day) as quarter,
    month(date_day) as month,
    monthname(date_day) as month_name,
    date_trunc('month', date_day)::date as month_start,
    day(date_day) as day_of_month,
    dayofyear(date_day) as day_of_year,
    isodow(date_day) as iso_day_of_week,
    dayname(date_day) as day_name,
    isoyear(date_day) as iso_year,
    weekofyear(date_day) as iso_week,
    isodow(date_day) > 5 as is_weekend
from days
